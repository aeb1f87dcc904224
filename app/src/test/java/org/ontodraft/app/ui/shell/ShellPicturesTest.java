package org.ontodraft.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.testing.FxTest.onFx;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.testing.MemoryWorkspace;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.common.Theme;
import org.ontodraft.app.ui.testing.FxTest;
import org.ontodraft.app.ui.testing.SampleFiles;
import org.ontodraft.app.ui.testing.Screenshots;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.validation.Finding;
import org.ontodraft.model.validation.Severity;
import tools.jackson.databind.node.StringNode;

/** Pictures of the window as people meet it. */
@ExtendWith(FxTest.class)
class ShellPicturesTest {
  @Test
  void workbench() {
    MemoryWorkspace workspace = MemoryWorkspace.of(SampleFiles.files()).withDraft();
    EntityKey person = EntityKey.of(EntityType.CATEGORY, "Person");
    workspace.session().setField(person, "label", StringNode.valueOf("Human"));
    workspace.session().delete(EntityKey.of(EntityType.PROPERTY, "Has_birthday"));
    workspace.setFindings(
        List.of(
            new Finding(
                Severity.ERROR,
                "missing-reference",
                EntityKey.of(EntityType.CATEGORY, "Student"),
                "/required_properties/2",
                List.of("property:Has_supervisor")),
            new Finding(
                Severity.WARNING,
                "duplicate-item",
                EntityKey.of(EntityType.PROPERTY, "Has_orcid"),
                "/allowed_values",
                List.of("x"))));
    Screenshots.take(
        "workbench",
        1400,
        900,
        () -> {
          WindowFixture fixture = new WindowFixture();
          fixture.open(workspace);
          fixture.view().workbench().orElseThrow().navigator().openEntity(person);
          fixture.view().workbench().orElseThrow().navigator().openReview();
          fixture.view().workbench().orElseThrow().navigator().openEntity(person);
          fixture.view().workbench().orElseThrow().view().showProblems(true);
          fixture.view().workbench().orElseThrow().explorer().reveal(person);
          return fixture.root();
        });
    assertThat(Path.of("target", "screenshots", "workbench-light-100.png")).isNotEmptyFile();
  }

  @Test
  void noDraft() {
    MemoryWorkspace workspace = MemoryWorkspace.of(SampleFiles.files());
    Screenshots.take(
        "no-draft",
        1400,
        900,
        () -> {
          WindowFixture fixture = new WindowFixture();
          fixture.open(workspace);
          return fixture.root();
        });
    assertThat(Path.of("target", "screenshots", "no-draft-light-100.png")).isNotEmptyFile();
  }

  @Test
  void welcome() {
    Screenshots.take(
        "welcome",
        1400,
        900,
        () -> {
          WindowFixture fixture = new WindowFixture();
          fixture.rememberSome();
          return fixture.root();
        });
    assertThat(Path.of("target", "screenshots", "welcome-light-100.png")).isNotEmptyFile();
  }

  @Test
  void theFirstScreenSaysItsSentencesToTheEndInLargeText() {
    Scene scene =
        onFx(() -> {
          Theme theme = Screenshots.theme();
          theme.fontPercent().set(150);
          Scene made = new Scene(new WindowFixture().root(), 1400, 900);
          theme.attach(made);
          return made;
        });
    for (int pass = 0; pass < 3; pass++) { // the height of a card follows its width
      onFx(() -> {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
      });
      FxTest.settle();
    }
    List<Label> sentences =
        onFx(() ->
            scene.getRoot().lookupAll(".card-lines .label").stream()
                .map(Label.class::cast)
                .toList());
    assertThat(sentences).hasSize(6);
    assertThat(onFx(() -> sentences.stream().map(ShellPicturesTest::shown).toList()))
        .isEqualTo(sentences.stream().map(Label::getText).toList());
  }

  private static String shown(Label label) {
    return label.getChildrenUnmodifiable().stream()
        .filter(Text.class::isInstance)
        .map(text -> ((Text) text).getText().replace("\n", " "))
        .findFirst()
        .orElse("");
  }

  @Test
  void refusedOpening() {
    Screenshots.take(
        "refused",
        1400,
        900,
        () -> {
          WindowFixture fixture = new WindowFixture();
          fixture.welcome().openFolder(Path.of("/work/no-repository"));
          return fixture.root();
        });
    assertThat(Path.of("target", "screenshots", "refused-light-100.png")).isNotEmptyFile();
  }

  @Test
  void opening() {
    CountDownLatch end = new CountDownLatch(1);
    Screenshots.take(
        "opening",
        1400,
        900,
        () -> {
          WindowFixture fixture =
              new WindowFixture((request, progress) -> {
                progress.stage("read", 3000);
                progress.done(1210);
                hold(end);
                return Outcome.refused("TEST-01");
              });
          fixture.welcome().openSample();
          return fixture.root();
        });
    end.countDown();
    assertThat(Path.of("target", "screenshots", "opening-light-100.png")).isNotEmptyFile();
  }

  private static void hold(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  @Test
  void keys() {
    Screenshots.take(
        "keys",
        720,
        620,
        () -> {
          Texts texts = Texts.load();
          Dialogs dialogs = new Dialogs(texts, Screenshots.theme(), () -> null);
          return new StackPane(
              new KeysDialog(texts, dialogs.files(), (file, text) -> {})
                  .content(CheatSheet.of(new WindowFixture().actions(), texts)));
        });
    assertThat(Path.of("target", "screenshots", "keys-light-100.png")).isNotEmptyFile();
  }
}
