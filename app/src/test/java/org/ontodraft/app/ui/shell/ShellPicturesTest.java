package org.ontodraft.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ontodraft.app.testing.MemoryWorkspace;
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
}
