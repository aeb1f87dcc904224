package org.ontodraft.app.service.tracking;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.forge.ReviewComment;
import org.ontodraft.model.draft.DraftFiles;
import org.ontodraft.model.draft.DraftFiles.FileChange;
import org.ontodraft.model.draft.DraftOverlay;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Tells by path and line of a comment which entity and field of a draft it is about. */
final class CommentPlaces {
  private final Map<String, FileChange> files = new HashMap<>();
  private final Map<String, NavigableMap<Integer, String>> fields = new HashMap<>();

  /** For the files that a draft changes. Reads base files. */
  CommentPlaces(DraftOverlay draft) {
    DraftFiles.of(draft).forEach(file -> files.put(file.path(), file));
  }

  PlacedComment place(ReviewComment comment) {
    FileChange file = files.get(comment.path());
    if (file == null) {
      return new PlacedComment(comment, Optional.empty(), "");
    }
    Map.Entry<Integer, String> field =
        comment.line() == 0
            ? null
            : fields
                .computeIfAbsent(comment.path(), path -> fieldsOf(file.after()))
                .floorEntry(comment.line());
    return new PlacedComment(
        comment, Optional.of(file.key()), field == null ? "" : field.getValue());
  }

  /** The first line of each member; none for a file that is not JSON. */
  private static NavigableMap<Integer, String> fieldsOf(@Nullable String text) {
    NavigableMap<Integer, String> lines = new TreeMap<>();
    if (text == null || !text.stripLeading().startsWith("{")) {
      return lines;
    }
    try (JsonParser parser = JsonMapper.shared().createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        lines.put(parser.currentTokenLocation().getLineNr(), parser.currentName());
        parser.nextToken();
        parser.skipChildren();
      }
      lines.put(parser.currentTokenLocation().getLineNr(), "");
    } catch (JacksonException notJson) {
      lines.clear();
    }
    return lines;
  }
}
