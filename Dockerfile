# Any of the services, or the ui, as a container, of the jar that `mvn -Pimages package` makes. The build context is the
# module's folder; docker-compose.yml says which Java and which port each has.
ARG JAVA=25-jre
FROM eclipse-temurin:${JAVA} AS unpacked
WORKDIR /unpacked
COPY target/*-exec.jar service.jar
# Unpacked it starts faster, and a change of our code leaves the layer with the libraries as it was.
RUN java -Djarmode=tools -jar service.jar extract

FROM eclipse-temurin:${JAVA}
ARG PORT
# What a service keeps for itself (only provisioner-service does) is for its own user's eyes.
RUN useradd --uid 10001 --create-home crowdbench && mkdir -m 700 /data && chown crowdbench /data
WORKDIR /crowdbench
COPY --from=unpacked /unpacked/service/lib lib
COPY --from=unpacked /unpacked/service/service.jar service.jar
USER 10001
# Every address of the container; what of it can be reached from outside is decided where ports are published.
ENV CROWDBENCH_BIND=0.0.0.0 \
    CROWDBENCH_DATA=/data \
    CROWDBENCH_HEALTH_PORT=${PORT} \
    JAVA_FLAGS=-XX:TieredStopAtLevel=1
EXPOSE ${PORT}
# By bash alone: there may be no curl, and a JVM would take half a second of processor each time.
HEALTHCHECK --interval=5s --timeout=10s --start-period=300s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$CROWDBENCH_HEALTH_PORT && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
ENTRYPOINT ["bash", "-c", "umask 077 && exec java $JAVA_FLAGS -XX:+UseSerialGC -XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError -Xss512k --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -jar service.jar"]
