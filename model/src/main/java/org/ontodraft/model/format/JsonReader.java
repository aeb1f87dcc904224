package org.ontodraft.model.format;

import static org.ontodraft.model.ontology.SourceProblem.Code.DUPLICATE_MEMBER;
import static org.ontodraft.model.ontology.SourceProblem.Code.MALFORMED;
import static org.ontodraft.model.ontology.SourceProblem.Code.SHAPE;
import static org.ontodraft.model.ontology.SourceProblem.Code.TOO_DEEP;
import static org.ontodraft.model.ontology.SourceProblem.Code.TOO_LARGE;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds the tree of one text token by token, so that each refusal can name its line and its exact
 * bound. The parser's own limits are set out of the way of the ones checked here.
 */
final class JsonReader {
  static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final int MAX_REASON_LENGTH = 200;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(JsonCodec.MAX_DEPTH + 1)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final JsonNodeFactory nodes = JsonNodeFactory.instance;
  private final JsonParser parser;

  /** Whether a refusal has to name the line it is about. */
  private final boolean exact;

  private JsonReader(JsonParser parser, boolean exact) {
    this.parser = parser;
    this.exact = exact;
  }

  /**
   * The object these bytes hold, which were decoded as this text. The bytes are the quicker to
   * parse; what is refused is read once more as text, to say where.
   */
  static ObjectNode read(byte[] bytes, String text) throws UnreadableFileException {
    if (!startsAsAscii(bytes)) {
      return read(text);
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      return new JsonReader(parser, false).document();
    } catch (JacksonException | UnreadableFileException refused) {
      return read(text);
    }
  }

  /** Of other bytes a parser guesses the encoding, and might find UTF-16. */
  private static boolean startsAsAscii(byte[] bytes) {
    for (int i = 0; i < 4; i++) {
      if (i >= bytes.length || bytes[i] <= 0) {
        return false;
      }
    }
    return true;
  }

  /** The object the text holds, with or without a byte order mark before it. */
  static ObjectNode read(String text) throws UnreadableFileException {
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    try (JsonParser parser =
        FACTORY.createParser(ObjectReadContext.empty(), marked ? text.substring(1) : text)) {
      return new JsonReader(parser, true).document();
    } catch (JacksonException e) {
      String reason = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      int length = Math.min(reason.length(), MAX_REASON_LENGTH);
      throw new UnreadableFileException(
          MALFORMED, Math.max(0, e.getLocation().getLineNr()), reason.substring(0, length));
    }
  }

  private ObjectNode document() throws UnreadableFileException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new UnreadableFileException(MALFORMED, 0, "empty");
    }
    if (first != JsonToken.START_OBJECT) {
      throw new UnreadableFileException(SHAPE, line(), "", "object", nameOf(first));
    }
    ObjectNode root = object(1);
    if (parser.nextToken() != null) {
      throw new UnreadableFileException(MALFORMED, line(), "text after the end of the object");
    }
    return root;
  }

  private ObjectNode object(int depth) throws UnreadableFileException {
    checkDepth(depth);
    ObjectNode object = nodes.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      checkLength(name.length(), JsonCodec.MAX_STRING_LENGTH);
      if (exact && object.has(name)) {
        throw duplicate(name);
      }
      int members = object.size();
      object.set(name, value(parser.nextToken(), depth));
      if (object.size() == members) {
        throw duplicate(name);
      }
    }
    return object;
  }

  private UnreadableFileException duplicate(String name) {
    return new UnreadableFileException(DUPLICATE_MEMBER, line(), name);
  }

  private ArrayNode array(int depth) throws UnreadableFileException {
    checkDepth(depth);
    ArrayNode array = nodes.arrayNode();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      array.add(value(token, depth));
    }
    return array;
  }

  private JsonNode value(@Nullable JsonToken token, int depth) throws UnreadableFileException {
    return switch (token) {
      case START_OBJECT -> object(depth + 1);
      case START_ARRAY -> array(depth + 1);
      case VALUE_STRING -> {
        String string = parser.getString();
        checkLength(string.length(), JsonCodec.MAX_STRING_LENGTH);
        yield nodes.stringNode(string);
      }
      case VALUE_NUMBER_INT -> {
        checkLength(parser.getStringLength(), JsonCodec.MAX_NUMBER_LENGTH);
        yield switch (parser.getNumberType()) {
          case INT -> nodes.numberNode(parser.getIntValue());
          case LONG -> nodes.numberNode(parser.getLongValue());
          default -> nodes.numberNode(parser.getBigIntegerValue());
        };
      }
      case VALUE_NUMBER_FLOAT -> {
        checkLength(parser.getStringLength(), JsonCodec.MAX_NUMBER_LENGTH);
        yield nodes.numberNode(parser.getDecimalValue());
      }
      case VALUE_TRUE -> nodes.booleanNode(true);
      case VALUE_FALSE -> nodes.booleanNode(false);
      case VALUE_NULL -> nodes.nullNode();
      case null, default -> throw new UnreadableFileException(MALFORMED, line(), "unexpected end");
    };
  }

  private void checkDepth(int depth) throws UnreadableFileException {
    if (depth > JsonCodec.MAX_DEPTH) {
      throw new UnreadableFileException(TOO_DEEP, line(), Integer.toString(JsonCodec.MAX_DEPTH));
    }
  }

  private void checkLength(int length, int bound) throws UnreadableFileException {
    if (length > bound) {
      throw new UnreadableFileException(
          TOO_LARGE, line(), Integer.toString(length), Integer.toString(bound));
    }
  }

  private int line() {
    return Math.max(0, parser.currentTokenLocation().getLineNr());
  }

  private static String nameOf(JsonToken token) {
    return switch (token) {
      case START_ARRAY -> "list";
      case VALUE_STRING -> "text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number";
      case VALUE_TRUE, VALUE_FALSE -> "boolean";
      default -> "null";
    };
  }
}
