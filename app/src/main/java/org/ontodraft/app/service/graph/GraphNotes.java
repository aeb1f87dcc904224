package org.ontodraft.app.service.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.graph.GraphQuestion;
import org.ontodraft.model.graph.LinkKind;
import org.ontodraft.model.graph.OntologyGraph;
import org.ontodraft.model.graph.Spot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the graphs of a workspace were looked at last, kept over restarts in one small file: the
 * {@value #MOST} newest, of at most {@link OntologyGraph#MAX_NODES} places each. What cannot be
 * read is forgotten, which costs a new layout and nothing else. Thread-safe, blocking.
 */
public final class GraphNotes {
  /** How many graphs are kept. */
  static final int MOST = 24;

  private static final Logger LOG = LoggerFactory.getLogger(GraphNotes.class);
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final @Nullable Path file;
  private final Map<EntityKey, Kept> kept = new LinkedHashMap<>();
  private boolean read;

  /**
   * What was asked, and where everything stood.
   *
   * @param together whether the entities of a module stood together
   */
  public record Kept(GraphQuestion question, boolean together, Map<EntityKey, Spot> spots) {
    public Kept {
      spots = Map.copyOf(spots);
    }
  }

  /** Kept in this file, which is read when it is first asked for; null to keep nothing. */
  public GraphNotes(@Nullable Path file) {
    this.file = file;
  }

  /** How the graph of an entity was left. */
  public synchronized Optional<Kept> of(EntityKey focus) {
    read();
    return Optional.ofNullable(kept.get(focus));
  }

  /** Keeps how a graph is left, in place of what was kept of it. */
  public synchronized void keep(Kept left) {
    read();
    EntityKey focus = left.question().focus();
    if (left.equals(kept.get(focus))) {
      return;
    }
    kept.remove(focus);
    kept.put(focus, left);
    while (kept.size() > MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
    write();
  }

  private void read() {
    if (read || file == null) {
      return;
    }
    read = true;
    try {
      for (JsonNode node : MAPPER.readTree(Files.readString(file))) {
        kept(node).ifPresent(one -> kept.put(one.question().focus(), one));
      }
    } catch (NoSuchFileException none) {
      LOG.debug("no graphs are kept in {}", file);
    } catch (IOException | JacksonException | IllegalArgumentException unreadable) {
      LOG.warn("GRAPH-01 {} could not be read: graphs are laid out anew", file, unreadable);
    }
  }

  private static Optional<Kept> kept(JsonNode node) {
    Map<EntityKey, Spot> spots = new HashMap<>();
    node.path("spots")
        .properties()
        .forEach(entry ->
            EntityKey.parse(entry.getKey())
                .ifPresent(key ->
                    spots.put(
                        key,
                        new Spot(
                            entry.getValue().path(0).asDouble(0),
                            entry.getValue().path(1).asDouble(0)))));
    Set<LinkKind> kinds = EnumSet.noneOf(LinkKind.class);
    node.path("kinds").forEach(kind -> kinds.add(LinkKind.valueOf(kind.asString(""))));
    List<EntityKey> expanded =
        node.path("expanded")
            .valueStream()
            .flatMap(key -> EntityKey.parse(key.asString("")).stream())
            .toList();
    return EntityKey.parse(node.path("focus").asString(""))
        .map(focus ->
            new Kept(
                new GraphQuestion(
                    focus,
                    GraphQuestion.View.valueOf(node.path("view").asString("")),
                    node.path("depth").asInt(1),
                    kinds,
                    node.path("changedOnly").asBoolean(false),
                    expanded),
                node.path("together").asBoolean(true),
                spots));
  }

  private static void write(ObjectNode node, Kept one) {
    GraphQuestion question = one.question();
    node.put("focus", question.focus().toString())
        .put("view", question.view().name())
        .put("depth", question.depth())
        .put("changedOnly", question.changedOnly())
        .put("together", one.together());
    var kinds = node.putArray("kinds");
    question.kinds().stream().sorted().forEach(kind -> kinds.add(kind.name()));
    var expanded = node.putArray("expanded");
    question.expanded().forEach(key -> expanded.add(key.toString()));
    ObjectNode spots = node.putObject("spots");
    one.spots().forEach((key, spot) -> spots.putArray(key.toString()).add(spot.x()).add(spot.y()));
  }

  private void write() {
    if (file == null) {
      return;
    }
    var all = MAPPER.createArrayNode();
    kept.values().forEach(one -> write(all.addObject(), one));
    try {
      Path next = file.resolveSibling(file.getFileName() + ".tmp");
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(next, MAPPER.writeValueAsString(all));
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException full) {
      LOG.warn("GRAPH-02 {} could not be written: this graph is laid out anew", file, full);
    }
  }
}
