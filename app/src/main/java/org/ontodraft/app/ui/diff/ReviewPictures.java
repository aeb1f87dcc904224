package org.ontodraft.app.ui.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.Outcome;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.service.draft.DraftSession;
import org.ontodraft.app.service.media.MediaImage;
import org.ontodraft.app.service.media.MediaImages;
import org.ontodraft.app.service.workspace.Workspace;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.control.image.Picture;
import org.ontodraft.model.draft.DraftOverlay;
import org.ontodraft.model.entity.EntityKey;

/** Reads the images that the open draft changes, as they were and as they are. FX thread. */
final class ReviewPictures {
  private final Workspace workspace;
  private final TaskRunner tasks;

  ReviewPictures(Workspace workspace, TaskRunner tasks) {
    this.workspace = workspace;
    this.tasks = tasks;
  }

  /**
   * An image that the draft changes.
   *
   * @param base null when it is new
   * @param mine null when it is taken away
   */
  record Compared(String name, @Nullable Picture base, @Nullable Picture mine) {}

  void read(EntityKey key, Consumer<List<Compared>> answer) {
    Optional<DraftSession> session = workspace.draft().get();
    if (session.isEmpty()) {
      answer.accept(List.of());
      return;
    }
    UUID draft = session.get().id();
    DraftOverlay overlay = session.get().effective().get();
    MediaImages images = workspace.images();
    tasks.start(
        BackgroundTask.of(
                "compare images",
                progress -> {
                  List<Compared> compared = new ArrayList<>();
                  for (MediaImage image : images.of(overlay, key)) {
                    progress.checkCancelled();
                    if (image.changed()) {
                      compared.add(compared(images, draft, image));
                    }
                  }
                  return List.copyOf(compared);
                })
            .onSuccess(answer));
  }

  private static Compared compared(MediaImages images, UUID draft, MediaImage image) {
    return new Compared(
        image.name(),
        image.before().isEmpty() ? null : picture(image, images.before(image)),
        image.takenAway() ? null : picture(image, images.mine(draft, image)));
  }

  private static Picture picture(MediaImage image, Outcome<byte[]> bytes) {
    return switch (bytes) {
      case Outcome.Done<byte[]>(byte[] read) -> Picture.of(image.name(), read);
      case Outcome.Refused<byte[]>(Refusal refusal) -> new Picture.NotShown(refusal);
    };
  }
}
