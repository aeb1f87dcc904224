package org.ontodraft.persistence.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ontodraft.model.draft.DraftEdit;
import org.ontodraft.model.draft.DraftIntentCodec;
import org.ontodraft.model.draft.DraftStep;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.patch.JsonPatch;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A step as the JSON of a journal frame, which has the id and the sequence itself. The patches are
 * strings with their exact text. Everything beyond ASCII is escaped: a lone surrogate, which JSON
 * may hold, has no form in UTF-8.
 *
 * <p>There are two forms. A single edit that means no more than it says is one object, without a
 * format number; journals begun before there were steps hold these alone. Any other step has the
 * member {@code format}, 2, and a list of edits.
 */
final class StepCodec {
  private static final int STEP_FORMAT = 2;

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

  byte[] encode(DraftStep step) {
    ObjectNode json = mapper.createObjectNode();
    DraftEdit first = step.edits().getFirst();
    json.put("draft", step.draft().toString());
    json.put("kind", step.kind().name());
    json.put("at", step.at().toString());
    if (step.equals(DraftStep.of(first)) && first.id().equals(step.id())) {
      put(json, first);
    } else {
      json.put("format", STEP_FORMAT);
      json.set("intents", DraftIntentCodec.write(step.intents()));
      ArrayNode edits = json.putArray("edits");
      step.edits().forEach(edit -> put(edits.addObject().put("id", edit.id().toString()), edit));
    }
    return mapper.writeValueAsBytes(json);
  }

  private static void put(ObjectNode json, DraftEdit edit) {
    json.put("entity", edit.key().toString());
    json.put("field", edit.field());
    json.put("forward", edit.forward().toJson());
    json.put("inverse", edit.inverse().toJson());
  }

  /**
   * The step in a payload.
   *
   * @return empty when the payload is not a step this program understands
   */
  Optional<DraftStep> decode(UUID id, long sequence, byte[] payload) {
    try {
      JsonNode json = mapper.readTree(payload);
      if (!json.has("format")) {
        return Optional.of(DraftStep.of(edit(id, id, sequence, json, json)));
      }
      if (json.required("format").intValue() != STEP_FORMAT) {
        return Optional.empty();
      }
      List<DraftEdit> edits = new ArrayList<>();
      for (JsonNode each : json.required("edits")) {
        UUID editId = UUID.fromString(each.required("id").stringValue());
        edits.add(edit(editId, id, sequence, json, each));
      }
      return DraftIntentCodec.read(json.required("intents"))
          .map(intents -> new DraftStep(edits, intents));
    } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static DraftEdit edit(
      UUID id, UUID step, long sequence, JsonNode ofStep, JsonNode ofEdit) {
    String entity = ofEdit.required("entity").stringValue();
    return new DraftEdit(
        id,
        UUID.fromString(ofStep.required("draft").stringValue()),
        sequence,
        DraftEdit.Kind.valueOf(ofStep.required("kind").stringValue()),
        EntityKey.parse(entity)
            .orElseThrow(() -> new IllegalArgumentException("no entity: " + entity)),
        ofEdit.required("field").stringValue(),
        JsonPatch.parse(ofEdit.required("forward").stringValue()),
        JsonPatch.parse(ofEdit.required("inverse").stringValue()),
        Instant.parse(ofStep.required("at").stringValue()),
        step);
  }
}
