package org.ontodraft.app.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.store.StoreFinding;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.model.draft.Draft;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.StringNode;

/** A workspace whose database was destroyed opens with all its drafts, and the curator is told. */
class RebuiltWorkspaceTest {
  private static final EntityKey SPECIMEN = EntityKey.of(EntityType.CATEGORY, "Specimen");

  @TempDir private Path folder;

  @Test
  void draftsAndOntologyAreThereAgain() throws IOException {
    List<Draft> before;
    List<DraftChange> changes;
    int categories;
    Path database;
    try (RealServices services = new RealServices(folder)) {
      Workspace workspace = services.open(new OpenRequest.Sample());
      database =
          services.services().data().stores().resolve(workspace.info().id()).resolve("store.mv.db");
      for (String title : List.of("One", "Two", "Three")) {
        DraftSession session = done(workspace.startDraft(title));
        for (int i = 0; i < 3; i++) {
          done(session.setField(SPECIMEN, "label", StringNode.valueOf(title + i)));
        }
        session.undo();
      }
      DraftSession last = workspace.draft().get().orElseThrow();
      changes = last.effective().get().changes().stream().toList();
      before = workspace.drafts().get();
      categories = workspace.canonical().get().entities(EntityType.CATEGORY).size();
      workspace.close();
    }
    Files.writeString(database, "no database any more");

    try (RealServices services = new RealServices(folder)) {
      Workspace workspace = services.open(new OpenRequest.Sample());
      assertThat(workspace.storeNotices())
          .extracting(StoreFinding::code)
          .containsExactly("STORE-24", "STORE-25");
      assertThat(workspace.drafts().get())
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("rowVersion")
          .isEqualTo(before);
      DraftSession session = done(workspace.openDraft(before.getFirst().id()));
      assertThat(session.effective().get().changes()).containsExactlyElementsOf(changes);
      assertThat(session.history().get().nextUndo()).isPresent();
      assertThat(session.history().get().nextRedo()).isPresent();
      assertThat(workspace.canonical().get().entities(EntityType.CATEGORY)).hasSize(categories);
      workspace.close();
    }
    try (RealServices services = new RealServices(folder)) {
      Workspace workspace = services.open(new OpenRequest.Sample());
      assertThat(workspace.storeNotices()).isEmpty();
      assertThat(workspace.drafts().get()).hasSize(3);
      workspace.close();
    }
  }

  @Test
  void everyNoticeHasItsWords() {
    Texts texts = Texts.load();
    for (int code = 20; code <= 26; code++) {
      for (String part : List.of("title", "text", "safe")) {
        assertThat(texts.find("notice.STORE-" + code + "." + part, 1, 2)).isPresent();
      }
    }
  }
}
