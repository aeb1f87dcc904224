package org.ontodraft.model.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a draft does to one image file, as the document of its media says it.
 *
 * @param name the file's name within the media folder
 * @param content what it holds then; empty when the draft takes it away
 * @param instead the Git object it takes the place of; empty for a file that is new
 * @param was the name at the base of the file that object is of, when the draft renames it; else
 *     empty
 */
public record DraftImage(
    String name, Optional<ImageContent> content, Optional<String> instead, Optional<String> was) {
  private static final String SHA_256 = "sha256";
  private static final String BYTES = "bytes";
  private static final String INSTEAD = "instead";
  private static final String WAS = "was";

  /** A file under the name it has at the base. */
  public DraftImage(String name, Optional<ImageContent> content, Optional<String> instead) {
    this(name, content, instead, Optional.empty());
  }

  /** The images of a document, in its order; what is no image is left out. */
  public static List<DraftImage> of(EntityDocument document) {
    List<DraftImage> images = new ArrayList<>();
    JsonNode member = document.get(EntityFields.IMAGES_MEMBER);
    if (member == null) {
      return images;
    }
    for (Map.Entry<String, JsonNode> image : member.properties()) {
      JsonNode value = image.getValue();
      if (ImageType.ofName(image.getKey()).isPresent() && value.isObject()) {
        String sha256 = value.path(SHA_256).asString("");
        Optional<ImageContent> content =
            ImageContent.isSha256(sha256)
                ? Optional.of(new ImageContent(sha256, value.path(BYTES).asLong(0)))
                : Optional.empty();
        images.add(new DraftImage(image.getKey(), content, text(value, INSTEAD), text(value, WAS)));
      }
    }
    return images;
  }

  private static Optional<String> text(JsonNode value, String member) {
    return Optional.of(value.path(member).asString("")).filter(text -> !text.isEmpty());
  }

  /** The contents that JSON of media, such as a patch, names anywhere in it. */
  public static Set<String> contentsIn(JsonNode json) {
    Set<String> found = new TreeSet<>();
    collect(json, found);
    return found;
  }

  private static void collect(JsonNode json, Set<String> found) {
    String sha256 = json.path(SHA_256).asString("");
    if (ImageContent.isSha256(sha256)) {
      found.add(sha256);
    }
    json.forEach(child -> collect(child, found));
  }

  /** The value of the document's images with this one in place of another of its name. */
  public JsonNode in(@Nullable JsonNode images) {
    ObjectNode all = copy(images);
    ObjectNode value = JsonNodeFactory.instance.objectNode();
    content.ifPresent(held -> value.put(SHA_256, held.sha256()).put(BYTES, held.size()));
    instead.ifPresent(before -> value.put(INSTEAD, before));
    was.ifPresent(before -> value.put(WAS, before));
    all.set(name, value);
    return all;
  }

  /** The value of the document's images without anything said about this name; null for none. */
  public static @Nullable JsonNode without(@Nullable JsonNode images, String name) {
    ObjectNode all = copy(images);
    all.remove(name);
    return all.isEmpty() ? null : all;
  }

  private static ObjectNode copy(@Nullable JsonNode images) {
    return images instanceof ObjectNode object
        ? object.deepCopy()
        : JsonNodeFactory.instance.objectNode();
  }
}
