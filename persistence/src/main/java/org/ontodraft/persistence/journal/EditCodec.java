package org.ontodraft.persistence.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.patch.JsonPatch;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An edit as the JSON of a journal frame, which has the id and the sequence itself. The patches are
 * strings with their exact text. Everything beyond ASCII is escaped: a lone surrogate, which JSON
 * may hold, has no form in UTF-8.
 */
final class EditCodec {
  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(JournalFrame.MAX_PAYLOAD)
                          .build())
                  .build())
          .build();

  byte[] encode(DraftEdit edit) {
    ObjectNode json = mapper.createObjectNode();
    json.put("draft", edit.draft().toString());
    json.put("kind", edit.kind().name());
    json.put("entity", edit.key().toString());
    json.put("field", edit.field());
    json.put("forward", edit.forward().toJson());
    json.put("inverse", edit.inverse().toJson());
    json.put("at", edit.at().toString());
    return mapper.writeValueAsBytes(json);
  }

  /**
   * The edit in a payload.
   *
   * @return empty when the payload is not an edit this program understands
   */
  Optional<DraftEdit> decode(UUID id, long sequence, byte[] payload) {
    try {
      JsonNode json = mapper.readTree(payload);
      Optional<EntityKey> key = EntityKey.parse(json.required("entity").stringValue());
      if (key.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new DraftEdit(
              id,
              UUID.fromString(json.required("draft").stringValue()),
              sequence,
              DraftEdit.Kind.valueOf(json.required("kind").stringValue()),
              key.get(),
              json.required("field").stringValue(),
              JsonPatch.parse(json.required("forward").stringValue()),
              JsonPatch.parse(json.required("inverse").stringValue()),
              Instant.parse(json.required("at").stringValue())));
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
