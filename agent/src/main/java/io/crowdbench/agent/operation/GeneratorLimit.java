package io.crowdbench.agent.operation;

import io.crowdbench.actions.RequestFailed;
import java.net.BindException;
import java.net.NoRouteToHostException;
import java.util.Locale;

/// Tells what this slave could not do from what the site did.
public final class GeneratorLimit {

  private GeneratorLimit() {}

  /// True if a request was not sent because the slave had no files, ports or buffers left for it.
  public static boolean reached(Throwable e) {
    if (!(e instanceof RequestFailed) || e.getCause() == null) {
      return false;
    }
    var cause = e.getCause();
    var said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    return cause instanceof BindException
        || said.contains("too many open files")
        || said.contains("no buffer space")
        // What Linux answers where all local ports towards one address are taken.
        || (cause instanceof NoRouteToHostException && said.contains("cannot assign"));
  }
}
