# docker build -t postmortem .
# docker run --env-file pm.env -p 3000:3000 -v postmortem-data:/data --stop-timeout 30 postmortem

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
# The libraries first: this layer is made anew only when the pom changes.
COPY pom.xml ./
RUN mvn -B -q dependency:go-offline
# Only what the jar is made of, so that no data, tokens or work in progress get into the image.
COPY manifest.yml ./
COPY src ./src
RUN mvn -B -q -Dmaven.test.skip=true package

FROM eclipse-temurin:17-jre
RUN groupadd --gid 10001 postmortem \
 && useradd --uid 10001 --gid postmortem --no-create-home --home-dir /data --shell /usr/sbin/nologin postmortem \
 && mkdir /data \
 && chown postmortem:postmortem /data
COPY --from=build /build/target/postmortem.jar /app/postmortem.jar
ENV LANG=C.UTF-8 \
    PM_DATABASE_URL=jdbc:h2:file:/data/postmortem
WORKDIR /data
USER 10001:10001
VOLUME /data
EXPOSE 3000
# The image has neither curl nor wget for certain, but it has bash.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${PM_PORT:-3000} && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && read -r -t 4 _ status _ <&3 && [ \"$status\" = 200 ]"]
# Half of the container's memory is the heap; the other half is enough for the rest, from 512 MB on.
# In so small a container Java would take its serial collector, which now and then stops everybody
# for a fifth of a second.
# Java 17 reads Slack's UTF-8 in the machine's charset unless it is told otherwise.
ENTRYPOINT ["java", "-Dfile.encoding=UTF-8", "-XX:MaxRAMPercentage=50", "-XX:+UseG1GC", "-XX:+ExitOnOutOfMemoryError", "-jar", "/app/postmortem.jar"]
CMD ["serve"]
