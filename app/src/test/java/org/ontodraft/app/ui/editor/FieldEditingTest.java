package org.ontodraft.app.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.editor.EditorFixture.field;
import static org.ontodraft.app.ui.editor.EditorFixture.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.task.Progress;
import org.ontodraft.model.diff.FieldChange;
import org.ontodraft.model.draft.DraftStatus;

/** What is typed is kept, once, and never overwritten by what comes from elsewhere. */
class FieldEditingTest {
  private final EditorFixture at = EditorFixture.editing();

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void typedTextIsKeptAfterAPause() {
    EntityViewModel person = at.open("category:Person");
    TextFieldViewModel label = field(person, "label");

    label.text().set("Human");
    assertThat(label.unsaved().get()).isTrue();
    assertThat(at.log()).isEmpty();
    at.pause.end();
    at.settle(person);

    assertThat(at.log()).containsExactly("EDIT category:Person label");
    assertThat(at.value("category:Person", "label")).isEqualTo("\"Human\"");
    assertThat(label.unsaved().get()).isFalse();
    assertThat(person.unsaved().get()).isFalse();
    assertThat(label.content().get().change()).isEqualTo(FieldChange.Kind.MODIFIED);
    assertThat(person.content().get().changedFields()).isEqualTo(1);
    assertThat(at.edits.savedAt().get()).isNotNull();
  }

  @Test
  void onlyTheLastPauseKeepsTyping() {
    TextFieldViewModel label = field(at.open("category:Person"), "label");
    label.text().set("H");
    label.text().set("Hu");
    assertThat(at.pause.count()).isEqualTo(1);
  }

  @Test
  void theEchoOfAnOlderEditDoesNotOverwriteTyping() {
    EntityViewModel person = at.open("category:Person");
    TextFieldViewModel label = field(person, "label");

    label.text().set("Human");
    label.commit();
    label.text().set("Human being");
    at.settle(person);
    assertThat(label.text().get()).isEqualTo("Human being");
    assertThat(label.unsaved().get()).isTrue();

    label.commit();
    at.settle(person);
    assertThat(at.value("category:Person", "label")).isEqualTo("\"Human being\"");
    assertThat(label.unsaved().get()).isFalse();
  }

  @Test
  void manyQuickEditsArriveInOrderAndTheLastStands() {
    EntityViewModel person = at.open("category:Person");
    TextFieldViewModel label = field(person, "label");
    for (int i = 0; i < 40; i++) {
      label.text().set("Human " + i);
      label.commit();
    }
    at.settle(person);
    assertThat(at.log()).hasSize(40);
    assertThat(label.text().get()).isEqualTo("Human 39");
    assertThat(at.value("category:Person", "label")).isEqualTo("\"Human 39\"");
  }

  @Test
  void anEditElsewhereShowsWhileNothingIsTyped() {
    EntityViewModel one = at.open("category:Person");
    EntityViewModel other = at.open("category:Person");
    TextFieldViewModel label = field(one, "label");
    TextFieldViewModel description = field(other, "description");
    description.text().set("typed elsewhere");

    label.text().set("Human");
    label.commit();
    at.settle(one, other);

    EditorFixture.<TextFieldViewModel>field(other, "label");
    assertThat(EditorFixture.<TextFieldViewModel>field(other, "label").text().get())
        .isEqualTo("Human");
    assertThat(description.text().get()).isEqualTo("typed elsewhere");
  }

  @Test
  void aRefusedEditKeepsTheTypedTextAndSaysWhy() {
    EntityViewModel person = at.open("category:Person");
    TextFieldViewModel label = field(person, "label");
    at.workspace.move(DraftStatus.VALIDATED, DraftStatus.SUBMITTED, DraftStatus.MERGED);

    label.text().set("Human");
    label.commit();
    at.settle();

    assertThat(label.text().get()).isEqualTo("Human");
    assertThat(label.unsaved().get()).isTrue();
    assertThat(label.problem().get())
        .isInstanceOfSatisfying(
            FieldProblem.Refused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo("DRAFT-01"));
    assertThat(at.value("category:Person", "label")).isEqualTo("\"Person\"");
  }

  @Test
  void aFailedEditKeepsTheTypedTextAndCanBeTriedAgain() {
    EntityViewModel person = at.open("category:Person");
    TextFieldViewModel label = field(person, "label");
    at.workspace.store().failWith(new UncheckedIOException(new IOException("disk full")));

    label.text().set("Human");
    label.commit();
    at.settle();
    assertThat(label.problem().get()).isEqualTo(new FieldProblem.NotKept());
    assertThat(label.unsaved().get()).isTrue();
    assertThat(at.faults).hasSize(1);

    at.workspace.store().failWith(null);
    label.commit();
    at.settle(person);
    assertThat(label.problem().get()).isNull();
    assertThat(at.value("category:Person", "label")).isEqualTo("\"Human\"");
  }

  @Test
  void closingThePanelKeepsWhatWasTyped() {
    EntityViewModel person = at.open("category:Person");
    EditorFixture.<TextFieldViewModel>field(person, "label").text().set("Human");
    person.close();
    at.settle();
    assertThat(at.value("category:Person", "label")).isEqualTo("\"Human\"");
    assertThat(at.workspace.effective().listenerCount()).isZero();
    assertThat(at.workspace.draft().listenerCount()).isZero();
    assertThat(at.workspace.drafts().listenerCount()).isZero();
    assertThat(at.workspace.findings().listenerCount()).isZero();
  }

  @Test
  void revertGivesTheBaseBackAndDropsTyping() {
    EntityViewModel person = at.open("category:Person");
    TextFieldViewModel label = field(person, "label");
    label.text().set("Human");
    label.commit();
    at.settle(person);
    label.text().set("Human, typed on");
    label.revert();
    assertThat(label.text().get()).isEqualTo("Person");
    at.settle(person);
    assertThat(label.text().get()).isEqualTo("Person");
    assertThat(label.unsaved().get()).isFalse();
    assertThat(at.workspace.effective().get().changes()).isEmpty();
  }

  @Test
  void undoShowsInTheField() {
    EntityViewModel person = at.open("category:Person");
    TextFieldViewModel label = field(person, "label");
    label.text().set("Human");
    label.commit();
    at.settle(person);
    at.workspace.session().undo();
    at.settle(person);
    assertThat(label.text().get()).isEqualTo("Person");
  }

  @Test
  void typingGoesIntoTheDraftItWasTypedIn() {
    EntityViewModel person = at.open("category:Person");
    DraftSession first = at.workspace.session();
    EditorFixture.<TextFieldViewModel>field(person, "label").text().set("Human");
    at.workspace.startDraft("Another");
    at.settle(person);
    assertThat(String.valueOf(first.effective().get().effectiveDocument(key("category:Person"))))
        .contains("Human");
    assertThat(at.value("category:Person", "label")).isEqualTo("\"Person\"");
    assertThat(EditorFixture.<TextFieldViewModel>field(person, "label").text().get())
        .isEqualTo("Person");
  }

  @Test
  void whatUpstreamDidToTheEntityIsSaid() {
    EntityViewModel person = at.open("category:Person");
    TextFieldViewModel label = field(person, "label");
    label.text().set("Human");
    label.commit();
    at.settle(person);
    assertThat(person.upstream().get()).isNull();
    at.workspace.commitUpstream(
        Map.of(
            "categories/Person.json",
            "{\"id\":\"Person\",\"label\":\"Individual\",\"description\":\"About Person\"}\n"));
    at.workspace.refresh(Progress.none());
    at.fx.until("upstream", () -> person.upstream().get() != null);
    assertThat(person.upstream().get())
        .isNotNull()
        .satisfies(merge -> assertThat(merge.hasConflict()).isTrue());
  }
}
