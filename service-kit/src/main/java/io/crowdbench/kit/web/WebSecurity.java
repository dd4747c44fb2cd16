package io.crowdbench.kit.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Keeps pages of other sites out: a browser on this machine reaches our ports, and so does every
/// page that is open in it. Nobody logs in yet, so there is no cookie that another site could use
/// and no token against that: the origin decides.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AllowedHosts.class)
class WebSecurity {

  private static final String DENIED =
      "The request was refused: it came from a page of another site. Use Crowdbench's own pages, its command line, or a client that is no browser.";

  /// @param policy what pages may load; an API's answers load nothing
  @Bean
  SecurityFilterChain refusesOtherSites(
      HttpSecurity http,
      @Value("${crowdbench.content-security-policy:default-src 'none'; frame-ancestors 'none'}")
          String policy) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests ->
            requests.requestMatchers(new CrossOrigin()).denyAll().anyRequest().permitAll())
        .exceptionHandling(refused ->
            refused
                .accessDeniedHandler(
                    (_, response, _) -> Problems.write(response, HttpStatus.FORBIDDEN, DENIED))
                .authenticationEntryPoint(
                    (_, response, _) -> Problems.write(response, HttpStatus.FORBIDDEN, DENIED)))
        .headers(headers ->
            headers
                .withObjectPostProcessor(new WrittenFirst())
                // Each answer says for itself how long it may be kept.
                .cacheControl(cache -> cache.disable())
                .contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(
                    opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(
                    resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
        .build();
  }

  @Bean
  HttpFirewall firewall(AllowedHosts hosts) {
    var firewall = new StrictHttpFirewall();
    firewall.setAllowedHostnames(hosts);
    return firewall;
  }

  @Bean
  RequestRejectedHandler rejectedRequests(AllowedHosts hosts) {
    return (request, response, rejected) -> {
      var host = request.getServerName();
      if (hosts.test(host)) {
        Problems.write(response, HttpStatus.BAD_REQUEST, String.valueOf(rejected.getMessage()));
      } else {
        Problems.write(
            response,
            HttpStatus.FORBIDDEN,
            "The request was refused: it asked for the host %s, which is not one of this service's names. Use http://127.0.0.1, or add the name to CROWDBENCH_HOSTS."
                .formatted(host));
      }
    };
  }

  /// There are no users; without this Spring Boot would make one up and log its password.
  @Bean
  UserDetailsService nobody() {
    return name -> {
      throw new UsernameNotFoundException(name);
    };
  }

  /// Headers are written before the answer is begun: Flow writes its pages past the place where
  /// Spring Security would add them.
  private static final class WrittenFirst implements ObjectPostProcessor<HeaderWriterFilter> {

    @Override
    public <O extends HeaderWriterFilter> O postProcess(O filter) {
      filter.setShouldWriteHeadersEagerly(true);
      return filter;
    }
  }
}
