package dev.postmortem.rehearsal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/**
 * One attempt to deliver something to the app, in the journal.
 *
 * @param kind events_api, slash_commands or interactive
 * @param what the event's type, the command, or the interaction's type
 * @param id the event_id, or the trigger or envelope id
 * @param attempt 0 for the first, 1 to 3 for retries
 * @param status the HTTP status; 0 for no answer, with the reason in {@code outcome}
 * @param outcome ok, http_error, http_timeout, connection_failed or dropped
 * @param answer the body of the acknowledgement
 */
public record Delivery(
    String kind,
    String what,
    String id,
    int attempt,
    int status,
    String outcome,
    Duration latency,
    ObjectNode payload,
    Instant at,
    String answer)
    implements Exchange {}
