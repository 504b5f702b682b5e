package dev.postmortem.review.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people say in a war room every day, and what must stay as it was said. */
class HarmlessTest {
  private final Secrets secrets = Secrets.known();

  static String[] said() {
    return """
        the password is expired
        password: expired
        Password reset emails are delayed: 12345 queued
        the password was rotated at 14:05 and works again
        secret: checkout-tls-2026 is missing in namespace payments
        token: refresh is broken for everybody
        password=${DB_PASSWORD}
        password=****
        passwd: <your-password>
        api_key=<your-token>
        DB_PASSWORD=changeme
        auth failed, password=invalid for user admin
        export TOKEN=$(vault read -field=token secret/ci)
        we rotated the secret: no effect
        Authorization: Bearer <token>
        Authorization: required
        bearer tokens are refused since 14:02
        reverted commit 3f2a9c41d5b6e7f8091a2b3c4d5e6f708192a3b4
        deployed 9f8e7d6c5b4a39281706f5e4d3c2b1a0f9e8d7c6 to eu-west-1
        commit: 3f2a9c41d5b6e7f8091a2b3c4d5e6f708192a3b4 (HEAD -> main)
        sentry release: 3f2a9c41d5b6e7f8091a2b3c4d5e6f708192a3b4
        datadog-agent commit=3f2a9c41d5b6e7f8091a2b3c4d5e6f708192a3b4
        sourcegraph is on commit 3f2a9c41d5b6e7f8091a2b3c4d5e6f708192a3b4
        cache key: 3f2a9c41d5b6e7f8091a2b3c4d5e6f708192a3b4
        pods api-7d9f8b6c5d-x2x9q, auth-6d4cf56db6-kk2vd, web-5c689d88bb-abcde restart
        key: api-7d9f8b6c5d-x2x9q
        image: registry.example.com/shop/api@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
        api: v1.2.3-20261118.4567-abcdef0
        image tag api:v1.2.3-20261118.4567-abcdef0 is out
        https://acme.slack.com/archives/C0123ABCD/p1795442709000100?thread_ts=1795442709.000100&cid=C0123ABCD
        ETag: "33a64df551425fcc55e4d42a148795d9f25f89d4"
        ETag: W/"0815-kNq3mQ0wB1yV7eVYJkI1Xv2Qh5o"
        trace_id=4bf92f3577b34da6a3ce929d0e0e4736 span_id=00f067aa0ba902b7
        x-request-id: 7c9e6679-7425-40de-944b-e07fc1f90ae7
        idempotency key: 7c9e6679-7425-40de-944b-e07fc1f90ae7
        heroku request_id: 7c9e6679-7425-40de-944b-e07fc1f90ae7
        order 550e8400-e29b-41d4-a716-446655440000 is stuck
        payload aGVsbG8gd29ybGQsIHRoaXMgaXMgZmluZQ== decodes to a greeting
        at com.acme.auth.TokenFilter.doFilter(TokenFilter.java:42)
        Caused by: io.jsonwebtoken.ExpiredJwtException: JWT expired at 2026-11-18T14:05:09Z
        Caused by: java.net.ConnectException: auth.prod.internal: Connection refused 10.0.3.4:5432
        NAME READY STATUS RESTARTS AGE
        checkout-6b7f5d9c4-2hx7k 0/1 CrashLoopBackOff 7 (2m ago) 14m
        default-token-7xk2p kubernetes.io/service-account-token 3 41d
        secret/checkout-tls kubernetes.io/tls 2 41d
        apiVersion: apps/v1
        kind: Deployment
        key: value
        keyboard: mechanical-2000-deluxe-x9
        access: 2026-11-18T14:05:09Z GET /v1/orders 500
        access log, 14:05:09.123456 took 30012 ms
        token bucket, 1000 requests a second
        author: jane.doe@example.com
        OPS-1234 is a duplicate of JIRA-98765
        jira: OPS-1234
        linkedin: infrastructure team asks
        confluent: responsibility moved
        twitter, uncharacteristically quiet
        https://grafana.example.com/d/Xk29dLq7z/checkout?orgId=1&from=1795442709000&to=now
        https://github.com/acme/shop/commit/3f2a9c41d5b6e7f8091a2b3c4d5e6f708192a3b4
        ip-10-0-3-4.eu-west-1.compute.internal: disk 95 percent
        arn:aws:iam::123456789012:role/checkout-deploy
        s3://acme-backups/2026/11/18/part-00001.snappy.parquet
        key=checkout/orders/2026-11-18/part-00001.parquet
        curl -v https://api.example.com/health
        psql postgres://checkout@db.prod.internal:5432/orders
        redis://cache.prod.internal:6379/0
        git@github.com:acme/shop.git
        the api returned 503 for customer: 8f14e45fceea167a
        Max tokens: 4096, key length: 2048 bits
        ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJd2mV5vV9xwq6p0F8x0d5c1 jane@laptop
        tokenizer=cl100k_base loaded in 3.4s
        secretName: checkout-tls-cert
        secretKeyRef: name: db-credentials key: password
        Password policy: 12 characters, 1 digit
        the risk is low, ask the desk; systems. everything. tasks.
        """
        .split("\n");
  }

  @ParameterizedTest
  @MethodSource("said")
  void it_stays_as_it_was_said(String said) {
    assertThat(secrets.mask(said).text()).isEqualTo(said);
  }
}
