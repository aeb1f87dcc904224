package org.ontodraft.app.service.submit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.forge.ReviewRequest;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.state.State;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What waits to be sent, kept over restarts. Thread-safe. */
public final class WaitingNotes {
  private static final String NAME = "waiting";

  private final SendingFile file;
  private final State<Map<UUID, WaitingSubmit>> waiting;

  /** Kept in this file. */
  public WaitingNotes(SendingFile file) {
    this.file = file;
    Map<UUID, WaitingSubmit> all = new HashMap<>();
    for (UUID draft : file.with(NAME)) {
      file.get(draft, NAME).flatMap(WaitingNotes::read).ifPresent(one -> all.put(draft, one));
    }
    this.waiting = new State<>(Map.copyOf(all));
  }

  State<Map<UUID, WaitingSubmit>> waiting() {
    return waiting;
  }

  void keep(UUID draft, WaitingSubmit one) {
    file.put(draft, NAME, write(one));
    waiting.update(before -> {
      Map<UUID, WaitingSubmit> after = new HashMap<>(before);
      after.put(draft, one);
      return Map.copyOf(after);
    });
  }

  void remove(UUID draft) {
    if (waiting.get().containsKey(draft)) {
      file.put(draft, NAME, null);
      waiting.update(before -> {
        Map<UUID, WaitingSubmit> after = new HashMap<>(before);
        after.remove(draft);
        return Map.copyOf(after);
      });
    }
  }

  private static ObjectNode write(WaitingSubmit one) {
    ObjectNode node = JsonMapper.shared().createObjectNode();
    node.put("title", one.title())
        .put("body", one.body())
        .put("onOldBase", one.onOldBase())
        .put("asDraft", one.wishes().draft())
        .put("into", one.wishes().into())
        .put("content", one.content())
        .put("since", one.since().toString());
    one.wishes().request().reviewers().forEach(node.putArray("reviewers")::add);
    one.wishes().request().labels().forEach(node.putArray("labels")::add);
    @Nullable Refusal stopped = one.stopped();
    if (stopped != null) {
      node.put("code", stopped.code());
      stopped.arguments().forEach(node.putArray("arguments")::add);
    }
    return node;
  }

  private static Optional<WaitingSubmit> read(JsonNode node) {
    try {
      return Optional.of(
          new WaitingSubmit(
              node.path("title").asString(""),
              node.path("body").asString(""),
              node.path("onOldBase").asBoolean(false),
              new Wishes(
                  node.path("asDraft").asBoolean(false),
                  new ReviewRequest(texts(node.path("reviewers")), texts(node.path("labels"))),
                  node.path("into").asString("")),
              node.path("content").asString(""),
              Instant.parse(node.path("since").asString("")),
              node.has("code")
                  ? new Refusal(node.path("code").asString(""), texts(node.path("arguments")))
                  : null));
    } catch (DateTimeException ofAnotherVersion) {
      return Optional.empty(); // the draft itself is where it was
    }
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(text -> text.asString("")).toList();
  }
}
