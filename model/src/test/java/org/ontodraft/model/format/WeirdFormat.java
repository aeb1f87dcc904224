package org.ontodraft.model.format;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** Writes JSON the way people and tools do, in a layout drawn from a seed and kept throughout. */
final class WeirdFormat {
  private final RandomGenerator random;
  private final String lineBreak;
  private final String indent;
  private final String colon;
  private final boolean commaFirst;
  private final boolean spaceAtLineEnd;
  private final boolean blankLines;
  private final boolean oneLineArrays;
  private final boolean compact;
  private final boolean escapeNonAscii;
  private final boolean escapeSolidus;

  WeirdFormat(RandomGenerator random) {
    this.random = random;
    this.lineBreak = pick("\n", "\n", "\r\n", "\r");
    this.indent = pick("  ", "    ", "\t", " ", "");
    this.colon = pick(": ", ":", " : ", " :");
    this.commaFirst = random.nextInt(6) == 0;
    this.spaceAtLineEnd = random.nextInt(6) == 0;
    this.blankLines = random.nextInt(6) == 0;
    this.oneLineArrays = random.nextBoolean();
    this.compact = random.nextInt(8) == 0;
    this.escapeNonAscii = random.nextInt(3) == 0;
    this.escapeSolidus = random.nextInt(4) == 0;
  }

  String print(JsonNode root) {
    String mark = random.nextInt(10) == 0 ? "\uFEFF" : "";
    String end = random.nextBoolean() ? lineBreak : "";
    return mark + value(root, "", compact) + end;
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String value(JsonNode value, String line, boolean inline) {
    return switch (value.getNodeType()) {
      case OBJECT -> {
        List<String> members = new ArrayList<>();
        value
            .properties()
            .forEach(member ->
                members.add(
                    quote(member.getKey())
                        + colon
                        + value(member.getValue(), line + indent, inline)));
        yield join("{", members, "}", line, inline);
      }
      case ARRAY -> {
        boolean oneLine = inline || oneLineArrays;
        List<String> items = new ArrayList<>();
        value.forEach(item -> items.add(value(item, line + indent, oneLine)));
        yield join("[", items, "]", line, oneLine);
      }
      case STRING -> quote(value.stringValue());
      default -> value.toString();
    };
  }

  private String join(String open, List<String> parts, String close, String line, boolean inline) {
    if (parts.isEmpty()) {
      return open + close;
    }
    if (inline) {
      String space = colon.equals(":") ? "" : " ";
      return open + String.join("," + space, parts) + close;
    }
    String lineEnd = spaceAtLineEnd ? " " + lineBreak : lineBreak;
    StringBuilder out = new StringBuilder(open);
    for (int i = 0; i < parts.size(); i++) {
      boolean first = i == 0;
      if (!first && !commaFirst) {
        out.append(',');
      }
      if (!first && blankLines && random.nextInt(4) == 0) {
        out.append(lineBreak);
      }
      out.append(lineEnd).append(line).append(indent);
      if (!first && commaFirst) {
        out.append(", ");
      }
      out.append(parts.get(i));
    }
    return out.append(lineEnd).append(line).append(close).toString();
  }

  private String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escape = c < ' ' || escapeNonAscii && c > '~';
      if (c == '"' || c == '\\' || c == '/' && escapeSolidus) {
        quoted.append('\\').append(c);
      } else if (escape) {
        quoted.append("\\u%04x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
