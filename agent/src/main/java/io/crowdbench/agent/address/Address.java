package io.crowdbench.agent.address;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// An address as a browser has it: whole, without dots and tabs, everything encoded that must be,
/// so that two that mean the same are equal. Never changed.
public final class Address {

  private final String scheme;
  private final Login login;
  private final String host;

  /// Negative if it is the scheme's own.
  private final int port;

  private final String path;
  private final @Nullable String query;
  private final @Nullable String fragment;

  private final String text;

  /// What a server is asked for: path and query.
  private final String target;

  /// A user's name and password, encoded.
  record Login(String name, String password) {

    static final Login NONE = new Login("", "");

    @Override
    public String toString() {
      var behind = password.isEmpty() ? "" : ":" + password;
      return name.isEmpty() && password.isEmpty() ? "" : name + behind + "@";
    }
  }

  Address(
      String scheme,
      Login login,
      String host,
      int port,
      String path,
      @Nullable String query,
      @Nullable String fragment) {
    this.scheme = scheme;
    this.login = login;
    this.host = host;
    this.port = port;
    this.path = path;
    this.query = query;
    this.fragment = fragment;
    this.target = query == null ? path : path + "?" + query;
    this.text =
        (scheme + "://" + login + authority() + target) + (fragment == null ? "" : "#" + fragment);
  }

  /// Reads a whole address.
  ///
  /// @throws NoAddress when it is none
  public static Address of(String text) {
    return new AddressParser(null, StandardCharsets.UTF_8).parse(text);
  }

  /// Reads an address as it stands in a page of this address, or in an answer from it.
  ///
  /// @param reference whole, or relative to this one
  /// @throws NoAddress when it makes no sense
  public Address resolve(String reference) {
    return resolve(reference, StandardCharsets.UTF_8);
  }

  /// @param charset of the page, in which what is behind a `?` is sent
  /// @throws NoAddress when it makes no sense
  public Address resolve(String reference, Charset charset) {
    return new AddressParser(this, charset).parse(reference);
  }

  /// `https`, in small letters.
  public String scheme() {
    return scheme;
  }

  public boolean isHttp() {
    return scheme.equals("http") || isTls();
  }

  public boolean isTls() {
    return scheme.equals("https");
  }

  /// A name in ASCII, or an IP address; one of version 6 stands in brackets.
  public String host() {
    return host;
  }

  /// The scheme's own where none is named.
  public int port() {
    return port < 0 ? Schemes.port(scheme) : port;
  }

  /// The host, and the port where it is not the scheme's own: the value of the Host header.
  public String authority() {
    return port < 0 ? host : host + ":" + port;
  }

  /// Begins with a slash.
  public String path() {
    return path;
  }

  /// Without its question mark; null where there is none.
  public @Nullable String query() {
    return query;
  }

  /// What a server is asked for: path and query.
  public String target() {
    return target;
  }

  Login login() {
    return login;
  }

  int namedPort() {
    return port;
  }

  /// Without its hash sign; null where there is none.
  @Nullable String fragment() {
    return fragment;
  }

  public boolean hasLogin() {
    return !login.equals(Login.NONE);
  }

  /// The value of an Authorization header that says who is named before its host (RFC 7617).
  public String basicLogin() {
    return Basic.of(PercentCode.decoded(login.name()), PercentCode.decoded(login.password()));
  }

  /// What may be shown, sent as a Referer and kept: without its login.
  public Address withoutLogin() {
    return hasLogin() ? new Address(scheme, Login.NONE, host, port, path, query, fragment) : this;
  }

  /// What a server is told of: without what is behind the hash sign.
  public Address withoutFragment() {
    return fragment == null ? this : new Address(scheme, login, host, port, path, query, null);
  }

  /// The same of another scheme, such as `http` in place of `ws`.
  public Address withScheme(String other) {
    return new Address(other, login, host, port, path, query, fragment);
  }

  /// With more behind its query.
  ///
  /// @param more encoded
  public Address withMoreQuery(String more) {
    var all = query == null ? more : query + "&" + more;
    return new Address(scheme, login, host, port, path, all, fragment);
  }

  /// Where a browser sees the same site: scheme, host and port.
  public boolean isOfOriginOf(Address other) {
    return scheme.equals(other.scheme) && host.equals(other.host) && port() == other.port();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Address address && text.equals(address.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /// The whole address, with all there is.
  @Override
  public String toString() {
    return text;
  }
}
