package io.crowdbench.localstack;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import io.crowdbench.messages.Topics;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/// The house rules on which code may know which, each with an example that breaks it: a rule that
/// no code can break would hold for ever.
enum HouseRule {
  SERVICES_DO_NOT_KNOW_EACH_OTHER(
      slices()
          .matching("io.crowdbench.(provisioner|runs|results|ui|agent)..")
          .should()
          .notDependOnEachOther(),
      "package io.crowdbench.runs; class Bad { io.crowdbench.results.Other other; }",
      "package io.crowdbench.results; public class Other {}"),

  THE_ACTIONS_API_KNOWS_THE_PLATFORM_ONLY(
      classes()
          .that()
          .resideInAPackage("io.crowdbench.actions..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "io.crowdbench.actions..", "org.jspecify.."),
      "package io.crowdbench.actions; class Bad { org.slf4j.Logger log; }"),

  MESSAGES_KNOW_ANNOTATIONS_ONLY(
      classes()
          .that()
          .resideInAPackage("io.crowdbench.messages..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "io.crowdbench.messages..",
              "com.fasterxml.jackson.annotation..",
              "org.jspecify.."),
      "package io.crowdbench.messages; class Bad { tools.jackson.databind.JsonNode node; }"),

  THE_AGENT_IS_PLAIN_JAVA(
      noClasses()
          .that()
          .resideInAPackage("io.crowdbench.agent..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework.."),
      "package io.crowdbench.agent; class Bad { org.springframework.core.env.Environment env; }"),

  USERS_SPEAK_HTTP_THROUGH_THEIR_BROWSER_ONLY(
      noClasses()
          .that()
          .resideInAPackage("io.crowdbench.agent..")
          .and()
          .resideOutsideOfPackages(
              "io.crowdbench.agent.http..",
              "io.crowdbench.agent.browser..",
              // What stays open behind an answer is a connection.
              "io.crowdbench.agent.channel..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.crowdbench.agent.http.http1..",
              "io.crowdbench.agent.http.http2..",
              "io.crowdbench.agent.http.tls.."),
      "package io.crowdbench.agent.user; class Bad { io.crowdbench.agent.http.http1.Other other; }",
      "package io.crowdbench.agent.http.http1; public class Other {}"),

  THE_CODECS_OF_HTTP_HAVE_ONE_HOME_IN_THE_AGENT(
      noClasses()
          .that()
          .resideInAPackage("io.crowdbench.agent..")
          .and()
          .resideOutsideOfPackages("io.crowdbench.agent.http..", "io.crowdbench.agent.browser..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.hc.core5..", "org.brotli..", "javax.net.ssl.."),
      "package io.crowdbench.agent.user; class Bad { javax.net.ssl.SSLSocket socket; }"),

  PUBLIC_SUFFIXES_HAVE_ONE_HOME_IN_THE_AGENT(
      noClasses()
          .that()
          .resideInAPackage("io.crowdbench.agent..")
          .and()
          .resideOutsideOfPackage("io.crowdbench.agent.cookie..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.hc.client5.."),
      "package io.crowdbench.agent.http; class Bad {"
          + " org.apache.hc.client5.http.psl.PublicSuffixMatcher own; }"),

  SSH_HAS_ONE_HOME_IN_THE_PROVISIONER(
      noClasses()
          .that()
          .resideInAPackage("io.crowdbench..")
          .and()
          .resideOutsideOfPackages("io.crowdbench.provisioner.ssh..", "io.crowdbench.embedded..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.sshd.."),
      "package io.crowdbench.provisioner.slave; class Bad { org.apache.sshd.client.SshClient ssh; }"),

  ONLY_THE_FEED_REACHES_INTO_A_PAGE(
      noClasses()
          .that()
          .resideInAPackage("io.crowdbench.ui..")
          .and()
          .resideOutsideOfPackage("io.crowdbench.ui.feed..")
          .should()
          .callMethod(UI.class, "access", Command.class),
      """
      package io.crowdbench.ui.runs;
      class Bad { Bad(com.vaadin.flow.component.UI ui) { ui.access(() -> {}); } }\
      """),

  A_RUNS_LIFE_KNOWS_NO_SLAVE_BUT_BY_MESSAGES(
      noClasses()
          .that()
          .resideInAPackage("io.crowdbench.runs..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.crowdbench.provisioner..", "java.net.http..", "org.apache.sshd.."),
      "package io.crowdbench.runs.lifecycle; class Bad { java.net.http.HttpClient client; }"),

  /// What is below can be read without what is above; only the list of topics names what is on
  /// them.
  NO_PACKAGE_IS_PART_OF_A_CIRCLE(
      slices()
          .matching("io.crowdbench.(**)")
          .should()
          .beFreeOfCycles()
          .ignoreDependency(equivalentTo(Topics.class), alwaysTrue()),
      "package io.crowdbench.runs.plan; public class Bad { io.crowdbench.runs.plan.check.Other other; }",
      "package io.crowdbench.runs.plan.check; public class Other { io.crowdbench.runs.plan.Bad bad; }"),

  /// A feature is a package with all that is below it.
  NO_FEATURE_IS_PART_OF_A_CIRCLE(
      slices().matching("io.crowdbench.(*.*)..").should().beFreeOfCycles(),
      "package io.crowdbench.runs.plan.one; public class Bad { io.crowdbench.runs.queue.Other other; }",
      "package io.crowdbench.runs.plan.two; public class Third {}",
      "package io.crowdbench.runs.queue; public class Other { io.crowdbench.runs.plan.two.Third third; }"),

  EVERY_PACKAGE_SAYS_THAT_NOTHING_IS_NULL(
      classes().that().resideInAPackage("io.crowdbench..").should(resideInANullMarkedPackage()),
      "package io.crowdbench.runs.forgotten; class Bad {}"),

  NOBODY_PRINTS_BUT_THE_COMMAND_LINE(
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.crowdbench.provisioner..",
              "io.crowdbench.runs..",
              "io.crowdbench.results..",
              "io.crowdbench.ui..")
          .should()
          .accessField(System.class, "out"),
      "package io.crowdbench.runs; class Bad { Bad() { System.out.println(); } }");

  private final ArchRule rule;
  private final List<String> badExample;

  HouseRule(ArchRule rule, String... badExample) {
    this.rule = rule;
    this.badExample = List.of(badExample);
  }

  ArchRule rule() {
    return rule;
  }

  /// Sources of classes that break the rule together.
  List<String> badExample() {
    return badExample;
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package whose package-info says @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        var home = type.getPackage();
        if (!home.isAnnotatedWith(NullMarked.class)) {
          events.add(violated(type, "%s: %s is not @NullMarked".formatted(type, home.getName())));
        }
      }
    };
  }
}
