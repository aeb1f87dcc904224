package org.ontodraft.app.service.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.model.draft.DraftChange;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.exchange.PortableDraft;
import org.ontodraft.model.exchange.PortableImage;
import org.ontodraft.model.media.DraftImage;
import org.ontodraft.model.media.ImageStore;

/** The images that go along with a draft. Blocking. */
final class DraftImages {
  private final ImageStore store;

  DraftImages(ImageStore store) {
    this.store = store;
  }

  /** Those the draft shows, and as far as they are here those that undo and redo would show. */
  Outcome<List<PortableImage>> of(PortableDraft draft) {
    Set<String> shown = new TreeSet<>();
    for (DraftChange change : draft.changes()) {
      if (change.key().type() == EntityType.MEDIA) {
        switch (change) {
          case DraftChange.Create create ->
              shown.addAll(DraftImage.contentsIn(create.replacement().json()));
          case DraftChange.Update update ->
              shown.addAll(DraftImage.contentsIn(update.patch().toTree()));
          case DraftChange.Delete delete -> {}
        }
      }
    }
    Set<String> all = new TreeSet<>(shown);
    for (DraftStep step : draft.steps()) {
      for (DraftEdit edit : step.edits()) {
        if (edit.key().type() == EntityType.MEDIA) {
          all.addAll(DraftImage.contentsIn(edit.forward().toTree()));
          all.addAll(DraftImage.contentsIn(edit.inverse().toTree()));
        }
      }
    }
    List<PortableImage> images = new ArrayList<>();
    for (String sha256 : all) {
      Optional<byte[]> bytes = store.read(draft.id(), sha256);
      if (bytes.isPresent()) {
        images.add(PortableImage.of(bytes.get()));
      } else if (shown.contains(sha256)) {
        return Outcome.refused("MEDIA-04", sha256.substring(0, 12));
      }
    }
    return Outcome.done(images);
  }

  /** Keeps those of a file for the draft that is made of it. */
  void keep(UUID draft, List<PortableImage> images) {
    images.forEach(image -> image.bytes().ifPresent(bytes -> store.keep(draft, bytes)));
  }
}
