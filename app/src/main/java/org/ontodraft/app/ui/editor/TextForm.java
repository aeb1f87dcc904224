package org.ontodraft.app.ui.editor;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** How a field's value is written as text and read back from it. */
enum TextForm {
  /** The text itself. A value whose every line ends in CR LF keeps that through an edit. */
  PLAIN {
    @Override
    String show(JsonNode value) {
      String text = value.stringValue();
      return usesCrLf(text) ? text.replace("\r\n", "\n") : text;
    }

    @Override
    TypedValue read(String text, @Nullable JsonNode previous) {
      boolean crLf = previous != null && previous.isString() && usesCrLf(previous.stringValue());
      String value = crLf ? text.replace("\n", "\r\n") : text;
      return new TypedValue.Valid(NODES.stringNode(value));
    }
  },

  /** A whole number of zero or more. */
  WHOLE {
    @Override
    String show(JsonNode value) {
      return value.toString();
    }

    @Override
    TypedValue read(String text, @Nullable JsonNode previous) {
      String digits = text.strip();
      return WHOLE_NUMBER.matcher(digits).matches()
          ? JsonText.read(digits)
          : new TypedValue.Invalid(new FieldProblem.NotWhole());
    }
  },

  /** A number, kept as a JSON number with the digits as typed; text stays text. */
  DECIMAL {
    @Override
    String show(JsonNode value) {
      return value.isString() ? value.stringValue() : value.toString();
    }

    @Override
    TypedValue read(String text, @Nullable JsonNode previous) {
      String digits = text.strip();
      if (!NUMBER.matcher(digits).matches()) {
        return new TypedValue.Invalid(new FieldProblem.NotNumber());
      }
      if (previous != null && previous.isString()) {
        return new TypedValue.Valid(NODES.stringNode(digits));
      }
      return WHOLE_NUMBER.matcher(digits).matches()
          ? JsonText.read(digits)
          : new TypedValue.Valid(NODES.numberNode(new BigDecimal(digits)));
    }
  },

  /** Any JSON value. */
  JSON {
    @Override
    String show(JsonNode value) {
      return JsonText.show(value);
    }

    @Override
    TypedValue read(String text, @Nullable JsonNode previous) {
      return JsonText.read(text);
    }
  };

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,99})(\\.[0-9]{1,99})?([eE][+-]?[0-9]{1,3})?");

  /** The text of a value this form {@link #fits}. */
  abstract String show(JsonNode value);

  /**
   * The value of a text that is not empty.
   *
   * @param previous the value the text replaces
   */
  abstract TypedValue read(String text, @Nullable JsonNode previous);

  /**
   * Whether a value can be shown in this form and read back unchanged. Text with other control
   * characters than tab and line feed is left to {@link #JSON}, which escapes them.
   */
  boolean fits(JsonNode value) {
    return switch (this) {
      case PLAIN -> value.isString() && typeable(value.stringValue());
      case WHOLE -> WHOLE_NUMBER.matcher(value.toString()).matches();
      case DECIMAL ->
          value.isNumber() || (value.isString() && NUMBER.matcher(value.stringValue()).matches());
      case JSON -> true;
    };
  }

  private static boolean typeable(String text) {
    String shown = usesCrLf(text) ? text.replace("\r\n", "\n") : text;
    return shown.chars().noneMatch(c -> (c < ' ' && c != '\n' && c != '\t') || c == 0x7F);
  }

  private static boolean usesCrLf(String text) {
    if (text.indexOf('\r') < 0) {
      return false;
    }
    String without = text.replace("\r\n", "");
    return without.indexOf('\r') < 0 && without.indexOf('\n') < 0;
  }
}
