package org.ontodraft.persistence.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.persistence.testing.Entities.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.media.DraftImage;
import org.ontodraft.model.media.ImageContent;
import org.ontodraft.model.patch.JsonPatch;
import org.ontodraft.persistence.StoreOpening;
import org.ontodraft.persistence.WorkspaceStore;
import org.ontodraft.persistence.store.StoreLocation;
import org.ontodraft.persistence.testing.Entities;
import org.ontodraft.persistence.testing.H2TestDatabase;
import org.ontodraft.persistence.testing.RealMigration;
import tools.jackson.databind.node.JsonNodeFactory;

/** Images that nothing refers to go after thirty days, and no other ones. */
class UnusedImagesTest {
  private static final EntityKey COMPASS = key("media:Compass");
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @TempDir private Path data;

  private WorkspaceStore open(String name) {
    StoreLocation location = new StoreLocation(data, name);
    if (!Files.exists(location.folder())) {
      H2TestDatabase.putEmptyStore(location);
    }
    StoreOpening opening =
        WorkspaceStore.open(location, new RealMigration(), InstantSource.system());
    assertThat(opening).isInstanceOf(StoreOpening.Opened.class);
    return ((StoreOpening.Opened) opening).store();
  }

  private static ImageContent kept(WorkspaceStore store, UUID draft, String bytes) {
    return store.images().keep(draft, bytes.getBytes(StandardCharsets.UTF_8));
  }

  private static EntityDocument showing(ImageContent content) {
    DraftImage image = new DraftImage("Compass.png", Optional.of(content), Optional.empty());
    return EntityDocument.of(
        JsonNodeFactory.instance.objectNode().put("id", "Compass").set("$images", image.in(null)));
  }

  /** Puts the image into the draft, and takes it back again. */
  private static void addAndUndo(WorkspaceStore store, UUID draft, ImageContent content) {
    EntityDocument document = showing(content);
    JsonPatch forward = JsonPatch.between(null, document);
    JsonPatch inverse = JsonPatch.between(document, null);
    for (DraftEdit.Kind kind : new DraftEdit.Kind[] {DraftEdit.Kind.EDIT, DraftEdit.Kind.UNDO}) {
      boolean made = kind == DraftEdit.Kind.EDIT;
      DraftStep step =
          DraftStep.of(
              new DraftEdit(
                  UUID.randomUUID(),
                  draft,
                  store.journal().nextSequence(),
                  kind,
                  COMPASS,
                  "",
                  made ? forward : inverse,
                  made ? inverse : forward,
                  NOW));
      store.journal().append(step);
      store
          .drafts()
          .apply(
              step,
              Map.of(
                  COMPASS,
                  made
                      ? Optional.of(new DraftChange.Create(COMPASS, document))
                      : Optional.empty()));
    }
  }

  private void age(Duration by) throws IOException {
    try (var files = Files.list(data.resolve("images"))) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(by)));
      }
    }
  }

  private boolean isThere(ImageContent image) {
    return Files.exists(data.resolve("images").resolve(image.sha256()));
  }

  @Test
  void onlyWhatNoStepRefersToIsRemovedAfterThirtyDays() throws IOException {
    ImageContent undone;
    ImageContent deleted;
    ImageContent nobodys;
    try (WorkspaceStore store = open("one")) {
      UUID draft = store.drafts().create("Pictures", Entities.version("1")).id();
      undone = kept(store, draft, "undone");
      addAndUndo(store, draft, undone);
      nobodys = kept(store, draft, "chosen and not taken");
    }
    try (WorkspaceStore store = open("two")) {
      UUID draft = store.drafts().create("Deleted", Entities.version("1")).id();
      deleted = kept(store, draft, "of a deleted draft");
      addAndUndo(store, draft, deleted);
      store.drafts().delete(draft);
    }

    age(Duration.ofDays(29));
    assertThat(UnusedImages.remove(data, name -> false, NOW)).isEmpty();
    age(Duration.ofDays(31));
    Path other = Files.writeString(data.resolve("images").resolve("notes.txt"), "mine");
    Files.setLastModifiedTime(other, FileTime.from(NOW.minus(Duration.ofDays(99))));
    assertThat(UnusedImages.remove(data, name -> false, NOW))
        .containsExactly(data.resolve("images").resolve(nobodys.sha256()));

    assertThat(isThere(undone)).isTrue();
    assertThat(isThere(deleted)).isTrue();
    assertThat(other).exists();
  }

  @Test
  void aStoreWithoutCopiesOfItsDraftsKeepsThemAll() throws IOException {
    ImageContent nobodys;
    try (WorkspaceStore store = open("one")) {
      UUID draft = store.drafts().create("Pictures", Entities.version("1")).id();
      nobodys = kept(store, draft, "chosen and not taken");
    }
    StoreLocation location = new StoreLocation(data, "one");
    try (var copies = Files.list(location.draftCopies())) {
      for (Path copy : copies.toList()) {
        Files.delete(copy);
      }
    }
    Files.delete(location.draftCopies());
    age(Duration.ofDays(31));

    assertThat(UnusedImages.remove(data, name -> false, NOW)).isEmpty();
    assertThat(isThere(nobodys)).isTrue();
    assertThat(UnusedImages.remove(data, "one"::equals, NOW)).hasSize(1);
  }

  @Test
  void whatIsKeptOnceMoreIsYoungAgain() throws IOException {
    try (WorkspaceStore store = open("one")) {
      UUID draft = store.drafts().create("Pictures", Entities.version("1")).id();
      kept(store, draft, "twice");
      age(Duration.ofDays(400));
      kept(store, draft, "twice");
    }
    assertThat(UnusedImages.remove(data, name -> false, Instant.now())).isEmpty();
  }
}
