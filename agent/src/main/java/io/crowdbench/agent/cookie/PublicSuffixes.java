package io.crowdbench.agent.cookie;

import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/// Domains under which anybody may have a site, such as `co.uk` and `github.io`: a cookie for one
/// of them would go to all its sites. After Mozilla's list, with its private part, as browsers do.
/// Read when it is first needed; takes 1 MB.
final class PublicSuffixes {

  private static final PublicSuffixMatcher known = PublicSuffixMatcherLoader.getDefault();

  private PublicSuffixes() {}

  /// @param domain in small letters, in ASCII
  static boolean contain(String domain) {
    return domain.indexOf('.') < 0 || known.getDomainRoot(domain) == null;
  }
}
