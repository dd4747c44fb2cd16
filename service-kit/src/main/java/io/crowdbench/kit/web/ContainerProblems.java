package io.crowdbench.kit.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;

/// Answers what the container refuses before it comes to us, such as a path with a NUL character,
/// as problem+json like everything else.
@Component
class ContainerProblems implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextCustomizers(context -> {
      if (context.getParent() instanceof StandardHost host) {
        host.setErrorReportValveClass(Report.class.getName());
        host.getPipeline().addValve(new Report());
      }
    });
  }

  /// Writes the answer. Public, with a constructor without arguments, because Tomcat makes one.
  public static final class Report extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
      int status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      try {
        Problems.write(response, HttpStatusCode.valueOf(status), sentence(request, status));
      } catch (IOException | IllegalStateException e) {
        container.getLogger().debug("The client of a refused request has gone", e);
      }
    }

    private static String sentence(Request request, int status) {
      return status < 500
          ? "The request %s could not be read: its address or its headers are not valid HTTP."
              .formatted(request.getMethod() == null ? "" : request.getMethod())
              .replace("  ", " ")
          : Problems.BROKEN;
    }
  }
}
