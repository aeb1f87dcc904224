package org.ontodraft.model.merge;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityDocument;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.format.JsonCodec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Resolutions as JSON text, one object each, for the store and for exported drafts. What is written
 * reads as the same resolution.
 */
public final class ResolutionCodec {
  private static final String KEY = "key";
  private static final String FIELD = "field";
  private static final String INPUTS = "inputs";
  private static final String CHOICE = "choice";
  private static final String VALUE = "value";
  private static final String UNDER = "under";

  private ResolutionCodec() {}

  /** A resolution as the text of a JSON object. */
  public static String write(Resolution resolution) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put(KEY, resolution.place().key().toString());
    json.put(FIELD, resolution.place().field());
    json.put(INPUTS, resolution.inputs().sha256());
    json.put(CHOICE, resolution.choice().kind().name());
    switch (resolution.choice()) {
      case Choice.Plain _ -> {}
      case Choice.Custom(JsonNode value) -> json.set(VALUE, value);
      case Choice.Recreate(EntityKey key) -> json.put(UNDER, key.toString());
    }
    return EntityDocument.of(json).toString();
  }

  /** The resolution in this text; nothing when the text holds none. */
  public static Optional<Resolution> read(String text) {
    try {
      EntityDocument json = JsonCodec.parse(text);
      Optional<EntityKey> key = json.text(KEY).flatMap(EntityKey::parse);
      Optional<Fingerprint> inputs = json.text(INPUTS).map(Fingerprint::new);
      Optional<Choice.Kind> kind = json.text(CHOICE).map(Choice.Kind::valueOf);
      if (key.isEmpty() || inputs.isEmpty() || kind.isEmpty()) {
        return Optional.empty();
      }
      return json.text(FIELD)
          .flatMap(field ->
              choice(kind.get(), json)
                  .map(
                      choice -> new Resolution(new Place(key.get(), field), inputs.get(), choice)));
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<Choice> choice(Choice.Kind kind, EntityDocument json) {
    return switch (kind) {
      case CUSTOM -> {
        @Nullable JsonNode value = json.get(VALUE);
        yield value == null ? Optional.empty() : Optional.of(new Choice.Custom(value));
      }
      case RECREATE -> json.text(UNDER).flatMap(EntityKey::parse).map(Choice.Recreate::new);
      case MINE,
          UPSTREAM,
          BASE,
          ABSENT,
          UNION,
          MINE_THEN_UPSTREAM,
          UPSTREAM_THEN_MINE,
          WORDS,
          FIELDS,
          DEPRECATE ->
          Optional.of(Choice.of(kind));
    };
  }
}
