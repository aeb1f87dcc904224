package org.ontodraft.app.ui.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.media.MediaImage;
import org.ontodraft.model.media.DraftImage;

/** The image files of a medium: at the base, and as the draft has them. FX thread. */
public final class ImagesFieldViewModel extends FieldViewModel {
  /** Null while the files are read for the first time. */
  private final ReadOnlyObjectWrapper<@Nullable List<ShownImage>> images =
      new ReadOnlyObjectWrapper<>();

  ImagesFieldViewModel(FieldOwner owner, FieldContent content) {
    super(owner, content);
    showNewest();
  }

  ReadOnlyObjectProperty<@Nullable List<ShownImage>> images() {
    return images.getReadOnlyProperty();
  }

  /** Asks for a file to be put beside the others, or in the place of one of its kind. */
  void add() {
    owner().lookups().addImage(Optional.empty());
  }

  /** Takes a file that was dropped. */
  void add(Path file) {
    owner().lookups().addImage(Optional.of(file));
  }

  /** Takes a file away, or one back that the draft added. */
  void takeAway(MediaImage image) {
    keep(
        image.before().isEmpty()
            ? DraftImage.without(latest(), image.name())
            : new DraftImage(image.name(), Optional.empty(), image.before()).in(latest()));
  }

  /** Leaves a file as it is at the base. */
  void leave(MediaImage image) {
    keep(DraftImage.without(latest(), image.name()));
  }

  @Override
  void showNewest() {
    owner().lookups().images(images::set);
  }

  /** The draft may have shown the edit before it was answered, when nothing was read yet. */
  @Override
  void allAnswered() {
    showNewest();
  }

  @Override
  boolean typed() {
    return false;
  }

  @Override
  void forgetTyped() {}
}
