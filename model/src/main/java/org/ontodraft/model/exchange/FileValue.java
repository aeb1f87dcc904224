package org.ontodraft.model.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ontodraft.model.exchange.DraftFileProblem.Code;
import org.ontodraft.model.patch.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * A value of the file, or none, with its place. Each question that the value does not answer adds a
 * problem; where there is no value, that has been told already or is allowed.
 */
final class FileValue {
  private final @Nullable JsonNode json;
  private final JsonPointer at;
  private final List<DraftFileProblem> problems;

  FileValue(@Nullable JsonNode json, JsonPointer at, List<DraftFileProblem> problems) {
    this.json = json;
    this.at = at;
    this.problems = problems;
  }

  boolean isPresent() {
    return json != null;
  }

  /** The JSON of an object or list. */
  Optional<JsonNode> container(boolean list) {
    return json == null || (list ? json.isArray() : json.isObject())
        ? Optional.ofNullable(json)
        : problem(Code.SHAPE, list ? "a list" : "an object");
  }

  /** The text of a member, to tell by it what this object is; empty where there is none. */
  String tag(String member) {
    return json == null ? "" : json.path(member).asString("");
  }

  /** This value as an object of a shape, whose missing and unknown members are told here. */
  FileValue object(FileShape shape) {
    Optional<JsonNode> object = container(false);
    if (object.isPresent()) {
      for (String name : shape.required()) {
        if (!object.get().has(name)) {
          problem(Code.MISSING, name);
        }
      }
      for (String name : object.get().propertyNames()) {
        if (!shape.required().contains(name) && !shape.optional().contains(name)) {
          new FileValue(object.get().path(name), at.child(name), problems)
              .problem(Code.UNKNOWN, name);
        }
      }
    }
    return new FileValue(object.orElse(null), at, problems);
  }

  /** A member of this object. */
  FileValue get(String name) {
    return new FileValue(json == null ? null : json.get(name), at.child(name), problems);
  }

  /** The items of this list; none where there is no list. */
  List<FileValue> items(int bound) {
    List<FileValue> items = new ArrayList<>();
    Optional<JsonNode> list = container(true);
    if (list.isEmpty()) {
      return items;
    }
    if (list.get().size() > bound) {
      problem(Code.TOO_MANY, Integer.toString(list.get().size()), Integer.toString(bound));
      return items;
    }
    for (JsonNode item : list.get()) {
      items.add(new FileValue(item, at.child(Integer.toString(items.size())), problems));
    }
    return items;
  }

  /** The text here. */
  Optional<String> text(int bound) {
    if (json == null) {
      return Optional.empty();
    }
    if (!json.isString()) {
      return problem(Code.SHAPE, "a text");
    }
    String text = json.stringValue();
    return text.length() <= bound
        ? Optional.of(text)
        : problem(Code.TOO_MANY, Integer.toString(text.length()), Integer.toString(bound));
  }

  /**
   * What a text here stands for.
   *
   * @param reading throws {@link IllegalArgumentException} or gives nothing for what is none
   */
  <T> Optional<T> read(int bound, String expected, Function<String, Optional<T>> reading) {
    Optional<String> text = text(bound);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<T> value;
    try {
      value = reading.apply(text.get());
    } catch (IllegalArgumentException notOne) {
      value = Optional.empty();
    }
    return value.isPresent() ? value : problem(Code.VALUE, expected);
  }

  /** The whole number here, within these bounds. */
  Optional<Long> number(long least, long bound) {
    if (json == null) {
      return Optional.empty();
    }
    if (!json.isIntegralNumber()) {
      return problem(Code.SHAPE, "a whole number");
    }
    boolean fits =
        json.canConvertToLong() && json.longValue() >= least && json.longValue() <= bound;
    return fits ? Optional.of(json.longValue()) : problem(Code.VALUE, least + " to " + bound);
  }

  /** Tells what is wrong here, and answers nothing. */
  <T> Optional<T> problem(Code code, String... arguments) {
    problems.add(new DraftFileProblem(code, at, List.of(arguments)));
    return Optional.empty();
  }
}
