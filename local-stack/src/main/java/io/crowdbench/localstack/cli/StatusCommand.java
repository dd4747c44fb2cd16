package io.crowdbench.localstack.cli;

import io.crowdbench.localstack.StackFile;
import io.crowdbench.localstack.StackSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `crowdbench status`: what is up; exit code 0 if all of it is.
@Command(name = "status", description = "Says what is up on this machine.")
final class StatusCommand implements Callable<Integer> {

  @Mixin private StackOptions options = new StackOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    var out = spec.commandLine().getOut();
    var data = options.settings().data();
    var running = StackFile.running(data);
    if (running.isEmpty()) {
      out.println("Nothing runs in " + data + ". `crowdbench up` starts it.");
      return 1;
    }
    var settings = new StackSettings(data, running.get().port());
    var services = new LinkedHashMap<String, Integer>();
    services.put("UI", settings.port());
    services.put("provisioner-service", settings.provisioner());
    services.put("run-service", settings.runs());
    services.put("results-service", settings.results());
    out.println("Process " + running.get().pid() + ", data in " + data + ":");
    var allWell = true;
    for (var service : services.entrySet()) {
      var health = health(service.getValue());
      allWell &= health.equals("UP");
      out.printf("  %-20s port %d  %s%n", service.getKey(), service.getValue(), health);
    }
    out.println(settings.url());
    return allWell ? 0 : 1;
  }

  private static String health(int port) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
            .timeout(Duration.ofSeconds(5))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return answer.body().contains("\"UP\"") ? "UP" : "DOWN";
    } catch (IOException e) {
      return "does not answer";
    }
  }
}
