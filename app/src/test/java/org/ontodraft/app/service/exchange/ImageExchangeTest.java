package org.ontodraft.app.service.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.testing.RealServices.done;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.media.MediaImage;
import org.ontodraft.app.service.workspace.OpenRequest;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.testing.GitHistory;
import org.ontodraft.app.testing.Pngs;
import org.ontodraft.app.testing.RealServices;
import org.ontodraft.app.testing.SharedServer;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityType;
import tools.jackson.databind.node.StringNode;

/** A draft with images as a file between computers, one of which keeps drafts in PostgreSQL. */
class ImageExchangeTest {
  private static final EntityKey COMPASS = EntityKey.of(EntityType.MEDIA, "Compass");
  private static final EntityKey STAR = EntityKey.of(EntityType.MEDIA, "Star");
  private static final byte[] UPSTREAM = Pngs.of(4, 2, 0xff0000);
  private static final byte[] FIRST = Pngs.of(6, 3, 0x00ff00);
  private static final byte[] SECOND = Pngs.of(60, 30, 0x0000ff);
  private static final byte[] NEW = Pngs.of(8, 4, 0xffff00);

  @TempDir Path folder;

  private static byte[] bytes(Workspace workspace, DraftSession draft, EntityKey key) {
    List<MediaImage> images = workspace.images().of(draft.effective().get(), key);
    assertThat(images).hasSize(1);
    return done(workspace.images().mine(draft.id(), images.getFirst()));
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static DraftSession taken(Workspace workspace, Path file) {
    Examined.OfDraft examined = (Examined.OfDraft) done(workspace.exchange().examine(file));
    return workspace.exchange().take(examined, examined.title());
  }

  /** The draft as it was made, and as it is along the way back through its steps. */
  private static void walk(Workspace workspace, DraftSession draft) {
    assertThat(bytes(workspace, draft, COMPASS)).isEqualTo(SECOND);
    assertThat(bytes(workspace, draft, STAR)).isEqualTo(NEW);
    done(draft.undo()); // the author
    done(draft.undo());
    assertThat(draft.effective().get().exists(STAR)).isFalse();
    done(draft.undo());
    assertThat(bytes(workspace, draft, COMPASS)).isEqualTo(FIRST);
    done(draft.undo());
    assertThat(bytes(workspace, draft, COMPASS)).isEqualTo(UPSTREAM);
    for (int step = 0; step < 4; step++) {
      done(draft.redo());
    }
    assertThat(bytes(workspace, draft, COMPASS)).isEqualTo(SECOND);
    assertThat(bytes(workspace, draft, STAR)).isEqualTo(NEW);
  }

  @Test
  void imagesAndTheirStepsGoToPostgresAndBack() throws IOException {
    Path out = folder.resolve("out.ontodraft");
    Path back = folder.resolve("back.ontodraft");
    try (GitHistory history = GitHistory.bare(folder.resolve("garden.git"));
        SharedServer server = SharedServer.start(folder.resolve("server"));
        RealServices here = new RealServices(folder.resolve("here"));
        RealServices there = new RealServices(folder.resolve("there"));
        RealServices again = new RealServices(folder.resolve("again"))) {
      history.file("media/Compass.png", UPSTREAM);
      history.file("media/Compass.json", "{\n  \"source\": \"own\",\n  \"license\": \"CC0\"\n}\n");
      history.commit("One picture");
      OpenRequest garden = new OpenRequest.Folder(history.folder());
      server.use(there, garden, "ada");

      try (Workspace workspace = here.open(garden)) {
        DraftSession draft = done(workspace.startDraft("Pictures"));
        done(workspace.images().add(draft, file("first.png", FIRST), COMPASS));
        done(workspace.images().add(draft, file("second.png", SECOND), COMPASS));
        done(workspace.images().add(draft, file("Star.png", NEW), null));
        done(draft.setField(STAR, "author", StringNode.valueOf("Ada")));
        done(workspace.exchange().export(draft.id(), out));
      }
      try (Workspace workspace = there.open(garden)) {
        assertThat(workspace.sharing()).as("kept in PostgreSQL").isPresent();
        DraftSession draft = taken(workspace, out);
        walk(workspace, draft);
        assertThat(
                server.count(
                    "plants",
                    "select count(*) from ontology.draft_blob where draft_id = '"
                        + draft.id()
                        + "'"))
            .as("those who share the draft find all three")
            .isEqualTo(3);
        done(workspace.exchange().export(draft.id(), back));
      }
      try (Workspace workspace = again.open(garden)) {
        walk(workspace, taken(workspace, back));
      }
    }
  }
}
