package org.ontodraft.app.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontodraft.app.ui.editor.EditorFixture.field;
import static org.ontodraft.app.ui.editor.EditorFixture.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.service.media.MediaImage;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import tools.jackson.databind.JsonNode;

/** The images of a medium follow the draft, in whatever order it and its answers arrive. */
class ImagesEditingTest {
  private static final EntityKey COMPASS = key("media:Compass");

  private final EditorFixture at =
      EditorFixture.editing(
          Map.of(
              "media/Compass.png",
              "no picture, but a file",
              "media/Compass.json",
              "{\"source\": \"own\", \"license\": \"CC0\"}\n"));
  private final EntityLookups lookups = new EntityLookups(at.services(), Optional.of(COMPASS));
  private final List<Reply> unanswered = new ArrayList<>();

  @AfterEach
  void close() {
    at.close();
  }

  @Test
  void anEditThatTheDraftShowsBeforeItIsAnsweredIsShown() {
    EntityViewModel panel = at.open("media:Compass");
    FieldContent content = field(panel, EntityFields.IMAGES_MEMBER).content().get();
    ImagesFieldViewModel images = new ImagesFieldViewModel(new SlowToAnswer(), content);
    at.fx.until("the image", () -> !shown(images).isEmpty());

    images.takeAway(shown(images).getFirst());
    at.settle(panel);
    images.update(field(panel, EntityFields.IMAGES_MEMBER).content().get());
    assertThat(shown(images).getFirst().takenAway()).isFalse();
    unanswered.getFirst().kept();

    at.fx.until("taken away", () -> shown(images).getFirst().takenAway());
  }

  private static List<MediaImage> shown(ImagesFieldViewModel images) {
    List<ShownImage> shown = images.images().get();
    return shown == null ? List.of() : shown.stream().map(ShownImage::image).toList();
  }

  /** Keeps at once, and answers when the test says so. */
  private final class SlowToAnswer implements FieldOwner {
    @Override
    public void keep(String field, @Nullable JsonNode value, Reply reply) {
      at.workspace.draft().get().orElseThrow().setField(COMPASS, field, value);
      unanswered.add(reply);
    }

    @Override
    public void revert(String field, Reply reply) {
      throw new AssertionError("nothing is reverted here");
    }

    @Override
    public EntityLookups lookups() {
      return lookups;
    }
  }
}
