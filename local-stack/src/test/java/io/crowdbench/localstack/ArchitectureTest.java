package io.crowdbench.localstack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The house rules on who may know whom.
class ArchitectureTest {

  private static final List<String> MODULES =
      List.of(
          "actions-api",
          "messages",
          "embedded",
          "agent",
          "service-kit",
          "provisioner-service",
          "run-service",
          "results-service",
          "ui",
          "local-stack");

  private static JavaClasses all;

  @BeforeAll
  static void read() {
    // By folder: of the class path's jars only our own are of interest.
    var folders = MODULES.stream().map(m -> Path.of("..", m, "target", "classes")).toList();
    all =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPaths(folders);
    // A rule about nothing is always kept: make sure that every module was read.
    assertThat(
            all.stream()
                .map(type -> type.getPackageName())
                .filter(p -> p.startsWith("io.crowdbench.")))
        .anyMatch(p -> p.startsWith("io.crowdbench.agent.http"))
        .anyMatch(p -> p.startsWith("io.crowdbench.provisioner.ssh"))
        .anyMatch(p -> p.startsWith("io.crowdbench.runs.lifecycle"))
        .anyMatch(p -> p.startsWith("io.crowdbench.results.rollup"))
        .anyMatch(p -> p.startsWith("io.crowdbench.ui.feed"));
  }

  @Test
  void servicesDoNotKnowEachOther() {
    slices()
        .matching("io.crowdbench.(provisioner|runs|results|ui|agent)..")
        .should()
        .notDependOnEachOther()
        .check(all);
  }

  @Test
  void theActionsApiKnowsThePlatformOnly() {
    classes()
        .that()
        .resideInAPackage("io.crowdbench.actions..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "io.crowdbench.actions..", "org.jspecify..")
        .check(all);
  }

  @Test
  void messagesKnowAnnotationsOnly() {
    classes()
        .that()
        .resideInAPackage("io.crowdbench.messages..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "io.crowdbench.messages..",
            "com.fasterxml.jackson.annotation..",
            "org.jspecify..")
        .check(all);
  }

  @Test
  void theAgentIsPlainJava() {
    noClasses()
        .that()
        .resideInAPackage("io.crowdbench.agent..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .check(all);
  }

  @Test
  void usersSpeakHttpThroughTheirBrowserOnly() {
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
            "io.crowdbench.agent.http.tls..")
        .check(all);
  }

  /// A room that needs another is not needed by it: what is below can be read without what is
  /// above.
  @ParameterizedTest
  @ValueSource(strings = {"agent", "provisioner", "runs", "results", "ui", "localstack", "bundles"})
  void packagesDependOnEachOtherOneWayOnly(String module) {
    slices()
        .matching("io.crowdbench." + module + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(all);
  }

  @Test
  void theCodecsOfHttpHaveOneHomeInTheAgent() {
    noClasses()
        .that()
        .resideInAPackage("io.crowdbench.agent..")
        .and()
        .resideOutsideOfPackages("io.crowdbench.agent.http..", "io.crowdbench.agent.browser..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.hc..", "org.brotli..", "javax.net.ssl..")
        .check(all);
  }

  @Test
  void sshHasOneHomeInTheProvisioner() {
    noClasses()
        .that()
        .resideInAPackage("io.crowdbench..")
        .and()
        .resideOutsideOfPackages("io.crowdbench.provisioner.ssh..", "io.crowdbench.embedded..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.sshd..")
        .check(all);
  }

  @Test
  void onlyTheFeedReachesIntoAPage() {
    noClasses()
        .that()
        .resideInAPackage("io.crowdbench.ui..")
        .and()
        .resideOutsideOfPackage("io.crowdbench.ui.feed..")
        .should()
        .callMethod(UI.class, "access", Command.class)
        .check(all);
  }

  @Test
  void aRunsLifeKnowsNoSlaveButByMessages() {
    noClasses()
        .that()
        .resideInAPackage("io.crowdbench.runs..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.crowdbench.provisioner..", "java.net.http..", "org.apache.sshd..")
        .check(all);
  }

  @Test
  void featuresDoNotGoInCircles() {
    for (var root : List.of("provisioner", "runs", "results", "ui", "agent")) {
      slices().matching("io.crowdbench." + root + ".(*)..").should().beFreeOfCycles().check(all);
    }
  }

  @Test
  void everyPackageSaysThatNothingIsNull() {
    classes()
        .that()
        .resideInAPackage("io.crowdbench..")
        .and()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith(NullMarked.class)
        .check(all);
  }

  @Test
  void nobodyPrintsButTheCommandLine() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.crowdbench.provisioner..",
            "io.crowdbench.runs..",
            "io.crowdbench.results..",
            "io.crowdbench.ui..")
        .should()
        .accessField(System.class, "out")
        .check(all);
  }
}
