package org.ontodraft.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The walls between modules and packages; each rule says what breaks without it. */
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // The fixtures of other modules arrive as jars, which the line above does not know.
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.ontodraft");

  /** Classes a rule does not hold for, and why; a test fails when one is no longer needed. */
  private static final Map<String, String> FX_PLATFORM_EXEMPTIONS =
      Map.of(
          "FxThread", "the one door to the FX thread",
          "DesktopApplication", "starts and ends the toolkit",
          "ThemePreferences", "reads the system's colour scheme (decision 19)");

  private static final Map<String, String> AWT_EXEMPTIONS =
      Map.of(
          "PngWriter", "writes pictures through javafx-swing (decision 19)",
          "SvgPicture", "draws SVG, which JavaFX does not read (ADR 36)");

  private static DescribedPredicate<JavaClass> exempt(Map<String, String> exemptions) {
    return DescribedPredicate.describe(
        "exempt", type -> exemptions.containsKey(outermost(type).getSimpleName()));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }

  record Rule(String id, ArchRule rule) {
    @Override
    public String toString() {
      return id;
    }
  }

  static List<Rule> rules() {
    return List.of(
        new Rule(
            "W1 model is pure",
            classes()
                .that()
                .resideInAPackage("org.ontodraft.model..")
                .should()
                .onlyDependOnClassesThat(
                    resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "tools.jackson..",
                            "org.ontodraft.model..",
                            "com.flipkart.zjsonpatch..",
                            "com.networknt..",
                            "com.google.re2j..")
                        .and(DescribedPredicate.not(resideInAPackage("java.sql.."))))
                .because("window, command line and Git integration all call the same engine")),
        new Rule(
            "W1a model does no I/O and starts no thread",
            noClasses()
                .that()
                .resideInAPackage("org.ontodraft.model..")
                .should()
                .dependOnClassesThat(
                    resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..")
                        .or(
                            DescribedPredicate.describe(
                                "threads and files",
                                type ->
                                    List.of(
                                            "java.lang.Thread",
                                            "java.io.File",
                                            "java.util.concurrent.Executors",
                                            "java.util.concurrent.ForkJoinPool")
                                        .contains(type.getName()))))
                .because("whoever calls the engine decides where it runs")),
        onlyIn("W1b zjsonpatch", "com.flipkart.zjsonpatch..", "org.ontodraft.model.patch.."),
        onlyIn("W1c networknt", "com.networknt..", "org.ontodraft.model.schema.."),
        onlyIn("W1e re2j", "com.google.re2j..", "org.ontodraft.model.pattern.."),
        new Rule(
            "W1d no Jackson annotations",
            noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .because("wire formats stay out of the domain types; Jackson 3 only")),
        new Rule(
            "W2 JavaFX stays in the screens",
            noClasses()
                .that()
                .resideOutsideOfPackages("org.ontodraft.app.ui..", "org.ontodraft.app.bootstrap..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx..")
                .because("use cases run without a toolkit")),
        onlyIn("W3a Hibernate", "org.hibernate..", "org.ontodraft.persistence.."),
        onlyIn("W3b Jakarta Persistence", "jakarta.persistence..", "org.ontodraft.persistence.."),
        onlyIn("W3d Lucene", "org.apache.lucene..", "org.ontodraft.persistence.search.."),
        onlyIn("W3e ELK", "org.eclipse.elk..", "org.ontodraft.app.service.graph.."),
        onlyIn("W3f RichTextFX", "org.fxmisc..", "org.ontodraft.app.ui.control.code.."),
        onlyIn("W3c Flyway", "org.flywaydb..", "org.ontodraft.migrations.."),
        new Rule(
            "W4 migrations know nothing of ours",
            noClasses()
                .that()
                .resideInAPackage("org.ontodraft.migrations..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                    "org.ontodraft.model..", "org.ontodraft.persistence..", "org.ontodraft.app..")
                .because("an old migration must not change when a type does")),
        new Rule(
            "W4a persistence knows only the model",
            noClasses()
                .that()
                .resideInAPackage("org.ontodraft.persistence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.ontodraft.migrations..", "org.ontodraft.app..")
                .because("the arrows of the design point one way")),
        new Rule(
            "W5 rows never leave persistence",
            noClasses()
                .that()
                .resideOutsideOfPackage("org.ontodraft.persistence..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.ontodraft.persistence.row..")
                .because("a row is how a table looks today")),
        new Rule(
            "W6a services know no screen",
            noClasses()
                .that()
                .resideInAPackage("org.ontodraft.app.service..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.ontodraft.app.ui..")
                .because("the command line calls them too")),
        new Rule(
            "W6b only bootstrap names the adapters of the store",
            noClasses()
                .that()
                .resideInAPackage("org.ontodraft.app..")
                .and()
                .resideOutsideOfPackage("org.ontodraft.app.bootstrap..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.ontodraft.persistence..", "org.ontodraft.migrations..")
                .because("decision 18")),
        new Rule(
            "W7a features of the window do not know each other",
            slices()
                .matching("org.ontodraft.app.ui.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                    DescribedPredicate.alwaysTrue(),
                    resideInAnyPackage(
                        "org.ontodraft.app.ui.common..", "org.ontodraft.app.ui.control.."))
                .ignoreDependency(
                    resideInAPackage("org.ontodraft.app.ui.shell.."),
                    DescribedPredicate.alwaysTrue())
                .because("they call each other through Navigator; the shell alone knows them")),
        new Rule(
            "W7b the model's packages have no cycles",
            slices().matching("org.ontodraft.model.(*)..").should().beFreeOfCycles()),
        new Rule(
            "W8a view models know no control",
            noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
                .because("they are tested without a toolkit")),
        new Rule(
            "W8b views know no service",
            noClasses()
                .that()
                .haveSimpleNameEndingWith("View")
                .and()
                .resideInAPackage("org.ontodraft.app.ui..")
                .should(callServices())
                .because("a view wires, its view model acts")),
        new Rule(
            "W9 one door to the FX thread",
            noClasses()
                .that(DescribedPredicate.not(exempt(FX_PLATFORM_EXEMPTIONS)))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.application.Platform")
                .because("a hop that is written everywhere is forgotten somewhere")),
        new Rule(
            "W10 model types are values",
            classes()
                .that()
                .resideInAPackage("org.ontodraft.model..")
                .and()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .orShould()
                .beEnums()
                .because("records, enums, sealed types and final classes")),
        new Rule(
            "W11 no old or global machinery",
            noClasses()
                .that(DescribedPredicate.not(exempt(AWT_EXEMPTIONS)))
                .should()
                .dependOnClassesThat(
                    resideInAnyPackage(
                        "java.util.logging..",
                        "java.awt..",
                        "javax.swing..",
                        "java.util.prefs..",
                        "javafx.embed.swing..",
                        "javafx.scene.web.."))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .because("one logger, one clock, one toolkit")),
        new Rule(
            "W12 FXML is loaded in one place",
            noClasses()
                .that()
                .doNotHaveSimpleName("Fxml")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.fxml.FXMLLoader")
                .because("FXML can create any class: only ours, from the class path")),
        new Rule(
            "W13 JDBC URLs are built in one place",
            noClasses()
                .that()
                .resideOutsideOfPackage("org.ontodraft.persistence.store..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.sql.DriverManager")
                .because("an H2 URL built from a folder's name is code execution")),
        new Rule(
            "W14 no Java serialisation",
            noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")));
  }

  private static Rule onlyIn(String id, String library, String home) {
    return new Rule(
        id,
        noClasses()
            .that()
            .resideOutsideOfPackage(home)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library)
            .because("it is used behind our own types"));
  }

  /** Data that services answer with may be shown; what does something may not be called. */
  private static ArchCondition<JavaClass> callServices() {
    return new ArchCondition<>("call services") {
      @Override
      public void check(JavaClass view, ConditionEvents events) {
        view.getMethodCallsFromSelf().stream()
            .filter(call ->
                call.getTargetOwner().getPackageName().startsWith("org.ontodraft.app.service"))
            .filter(call -> call.getTargetOwner().isInterface())
            .filter(call ->
                call.getTargetOwner().getSimpleName().matches(".*(Service|Opener|Workspace)"))
            .forEach(
                call -> events.add(SimpleConditionEvent.satisfied(view, call.getDescription())));
      }
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void holds(Rule rule) {
    rule.rule().allowEmptyShould(true).check(OURS);
  }

  @Test
  void exemptions_are_still_needed() {
    for (String name : FX_PLATFORM_EXEMPTIONS.keySet()) {
      assertThat(uses(name, "javafx.application.Platform")).as(name).isTrue();
    }
    for (String name : AWT_EXEMPTIONS.keySet()) {
      assertThat(uses(name, "javafx.embed.swing.") || uses(name, "java.awt.")).as(name).isTrue();
    }
  }

  private static boolean uses(String simpleName, String targetPrefix) {
    return OURS.stream()
        .filter(type -> outermost(type).getSimpleName().equals(simpleName))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .anyMatch(dependency -> dependency.getTargetClass().getName().startsWith(targetPrefix));
  }
}
