package org.ontodraft.model.format;

import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityFields;
import org.ontodraft.model.entity.EntityKey;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON file beside an image. Unlike other entities' it need not say its key, and the images a
 * draft puts there are no member of it; the document in memory has both.
 */
final class MediaSidecar {
  private static final String ID = "id";

  private MediaSidecar() {}

  static DecodeResult decoded(EntityKey key, DecodeResult result) {
    if (!(result instanceof DecodeResult.Decoded(var document, var text, var notices))) {
      return result;
    }
    return new DecodeResult.Decoded(document(key, document), text, notices);
  }

  /** The document of a file: with the key, and without images, which a file cannot state. */
  static EntityDocument document(EntityKey key, EntityDocument file) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put(ID, RepositoryLayout.idOf(key));
    file.json().properties().forEach(member -> json.set(member.getKey(), member.getValue()));
    json.remove(EntityFields.IMAGES_MEMBER);
    json.put(ID, RepositoryLayout.idOf(key));
    return EntityDocument.of(json);
  }

  /** What the file holds of a document, which says its key only where the file did before. */
  static EntityDocument file(EntityKey key, @Nullable String before, EntityDocument document) {
    ObjectNode json = document.json().deepCopy();
    json.remove(EntityFields.IMAGES_MEMBER);
    json.remove(ID);
    if (before != null) {
      ObjectNode known = JsonCodec.parse(before).json();
      for (String member : new String[] {ID, EntityFields.IMAGES_MEMBER}) {
        if (known.has(member)) {
          json.set(member, known.get(member));
        }
      }
    }
    return EntityDocument.of(json);
  }
}
