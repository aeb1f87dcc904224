package org.ontodraft.app.service.tracking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ontodraft.app.forge.Standing.Checks;
import org.ontodraft.app.service.submit.SendingFile;
import org.ontodraft.app.service.tracking.TrackedPullRequest.Phase;
import org.ontodraft.model.draft.Landing;
import org.ontodraft.model.entity.EntityKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How pull requests stood when they were last asked about, kept over restarts. Thread-safe. */
public final class TrackedNotes {
  private static final String NAME = "pullRequest";

  private final SendingFile file;

  /** Kept in this file. */
  public TrackedNotes(SendingFile file) {
    this.file = file;
  }

  /** All that is kept, by draft. What cannot be read is asked for again. */
  Map<UUID, TrackedPullRequest> all() {
    Map<UUID, TrackedPullRequest> all = new HashMap<>();
    for (UUID draft : file.with(NAME)) {
      file.get(draft, NAME).flatMap(TrackedNotes::read).ifPresent(one -> all.put(draft, one));
    }
    return Map.copyOf(all);
  }

  void keep(UUID draft, TrackedPullRequest one) {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("number", one.number())
        .put("url", one.url())
        .put("phase", one.phase().name().toLowerCase(Locale.ROOT))
        .put("checks", one.checks().name().toLowerCase(Locale.ROOT))
        .put("branchLeft", one.branchLeft());
    one.approvedBy().forEach(node.putArray("approvedBy")::add);
    one.changesRequestedBy().forEach(node.putArray("changesRequestedBy")::add);
    ArrayNode differences = node.putArray("differences");
    for (Landing.Difference each : one.differences()) {
      differences
          .addObject()
          .put("entity", each.key().toString())
          .put("field", each.field())
          .put("mine", each.mine())
          .put("landed", each.landed());
    }
    file.put(draft, NAME, node);
  }

  private static Optional<TrackedPullRequest> read(JsonNode node) {
    try {
      List<Landing.Difference> differences = new ArrayList<>();
      for (JsonNode each : node.path("differences")) {
        EntityKey.parse(each.path("entity").asString(""))
            .ifPresent(key ->
                differences.add(
                    new Landing.Difference(
                        key,
                        each.path("field").asString(""),
                        each.path("mine").asString(""),
                        each.path("landed").asString(""))));
      }
      return Optional.of(
          new TrackedPullRequest(
              node.path("number").asInt(0),
              node.path("url").asString(""),
              Phase.valueOf(node.path("phase").asString("").toUpperCase(Locale.ROOT)),
              Checks.valueOf(node.path("checks").asString("").toUpperCase(Locale.ROOT)),
              names(node.path("approvedBy")),
              names(node.path("changesRequestedBy")),
              differences,
              node.path("branchLeft").asBoolean(false)));
    } catch (IllegalArgumentException ofAnotherVersion) {
      // A phase that this version does not know is asked for again within minutes.
      return Optional.empty();
    }
  }

  private static List<String> names(JsonNode list) {
    return list.valueStream().map(name -> name.asString("")).toList();
  }
}
