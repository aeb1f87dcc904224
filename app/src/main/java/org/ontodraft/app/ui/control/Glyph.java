package org.ontodraft.app.ui.control;

import java.util.List;
import org.ontodraft.model.entity.EntityType;
import org.ontodraft.model.validation.Severity;

/**
 * The drawings of {@link Icon}, as SVG paths on a grid of 16 by 16. Entity types differ by shape,
 * severities by shape and weight, so that none needs a colour.
 */
public enum Glyph {
  CATEGORY(
      stroke(
          "M4.5 4h7a2.5 2.5 0 0 1 2.5 2.5v3a2.5 2.5 0 0 1-2.5 2.5h-7A2.5 2.5 0 0 1 2 9.5v-3A2.5 2.5 0 0 1 4.5 4z")),
  PROPERTY(stroke("M8 2.2 13.8 8 8 13.8 2.2 8z")),
  SUBOBJECT(stroke("M4.75 2.75h6.5L14.25 8l-3 5.25h-6.5L1.75 8z")),
  MODULE(stroke("M8 1.75l5.5 3v6.5l-5.5 3-5.5-3v-6.5zM2.5 4.75l5.5 3 5.5-3M8 7.75v6.5")),
  BUNDLE(
      dashed(
          "M4 2.5h8A1.5 1.5 0 0 1 13.5 4v8a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 12V4A1.5 1.5 0 0 1 4 2.5z")),
  DASHBOARD(
      stroke(
          "M4 2.5h8A1.5 1.5 0 0 1 13.5 4v8a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 12V4A1.5 1.5 0 0 1 4 2.5zM2.5 6h11M6.5 6v7.5")),
  RESOURCE(
      stroke(
          "M4.5 1.75H9l3.5 3.5v8a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1v-10.5a1 1 0 0 1 1-1zM9 1.75v3.5h3.5")),
  MEDIA(
      stroke(
          "M3 2.75h10a1 1 0 0 1 1 1v8.5a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1v-8.5a1 1 0 0 1 1-1zM2 11l3.5-3.5 3 3 2-2L14 11.5M10.5 5.6v.05")),
  TEMPLATE(stroke("M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11z")),

  ERROR(
      fill("M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2L1.5 10.8V5.2z"),
      knockout("M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4")),
  WARNING(stroke("M8 2.25l6.25 11H1.75zM8 6.5v3M8 11.4v.05")),
  INFO(stroke("M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM8 7.5v3.25M8 5.25v.05")),
  DONE(stroke("M2.75 8.5l3.5 3.5 7-7.5")),
  CONFLICT(fill("M8 1l7 7-7 7-7-7z"), knockout("M8 4.5v4.25M8 11.2v.05")),
  BROKEN(stroke("M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11zM8.5 2.5L6.25 6.5l3.5 2-2.25 5")),
  AFFECTED(stroke("M8 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6z")),
  WAITING(dashed("M8 2.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11z")),

  APPLICATION(
      stroke(
          "M3 2.5h3.5a1 1 0 0 1 1 1V5a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V3.5a1 1 0 0 1 1-1z"
              + "M11.5 1.75L14 4.25l-2.5 2.5L9 4.25zM7.5 4.25H9M4.75 6v3.5a1.5 1.5 0 0 0 1.5 1.5H8"
              + "M9.5 8.75h3l1.5 2.5-1.5 2.5h-3L8 11.25z")),
  GRAPH(
      stroke(
          "M4 6.25a1.75 1.75 0 1 0 0 3.5a1.75 1.75 0 1 0 0-3.5zM12 1.75a1.75 1.75 0 1 0 0 3.5a1.75 1.75 0 1 0 0-3.5z"
              + "M12 10.75a1.75 1.75 0 1 0 0 3.5a1.75 1.75 0 1 0 0-3.5zM5.6 7.1l4.8-2.7M5.6 8.9l4.8 2.7")),
  COMPARE(
      stroke(
          "M3.5 2.5h3v11h-3a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM9.5 2.5h3a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-3z")),
  HISTORY(stroke("M8 2.5a5.5 5.5 0 1 1-5.3 4M2.5 2.75v3.5H6M8 5v3.25l2.25 1.5")),
  UNDO(stroke("M6 3L2.75 6.25 6 9.5M3 6.25h6.75a3.5 3.5 0 0 1 0 7H7")),
  REDO(stroke("M10 3l3.25 3.25L10 9.5M13 6.25H6.25a3.5 3.5 0 0 0 0 7H9")),
  BRANCH(
      stroke(
          "M4.5 5.25v5.5M4.5 2.25a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0-3z"
              + "M4.5 10.75a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0-3z"
              + "M11.5 2.75a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0-3zM11.5 5.75c0 3-7 1.5-7 5")),
  PULL_REQUEST(
      stroke(
          "M4.5 5.25v5.5M4.5 2.25a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0-3z"
              + "M4.5 10.75a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0-3z"
              + "M11.5 10.75a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0-3z"
              + "M11.5 10.75V6a2 2 0 0 0-2-2H7.75M9.5 2L7.5 4l2 2")),
  VALIDATE(
      stroke(
          "M8 1.75l5 1.75V8c0 3-2.2 5.2-5 6.25C5.2 13.2 3 11 3 8V3.5zM5.75 7.9l1.65 1.65 3-3.2")),
  SEARCH(stroke("M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9zM10.4 10.4L14 14")),
  FILTER(stroke("M2 3h12L9.5 8.5V13l-3-1.5v-3z")),
  MINUS(stroke("M3 8h10")),
  FIT(
      stroke(
          "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10M8 6.5a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0-3z")),
  PLUS(stroke("M8 3v10M3 8h10")),
  CLOSE(stroke("M4 4l8 8M12 4l-8 8")),
  MORE(
      fill(
          "M3.5 7a1 1 0 1 0 0 2a1 1 0 1 0 0-2zM8 7a1 1 0 1 0 0 2a1 1 0 1 0 0-2zM12.5 7a1 1 0 1 0 0 2a1 1 0 1 0 0-2z")),
  CHEVRON_LEFT(stroke("M10 3.5L5.5 8l4.5 4.5")),
  CHEVRON_RIGHT(stroke("M6 3.5L10.5 8 6 12.5")),
  CHEVRON_DOWN(stroke("M3.5 6L8 10.5 12.5 6")),
  ARROW_RIGHT(stroke("M3 8h10M9 4l4 4-4 4")),
  INHERITED(stroke("M4 3v5a2 2 0 0 0 2 2h6M9.5 7.25L12.25 10 9.5 12.75")),
  LOOP(
      stroke(
          "M11 2.5L13.5 5 11 7.5M13.5 5H5.5A3 3 0 0 0 2.5 8M5 13.5L2.5 11 5 8.5M2.5 11h8a3 3 0 0 0 3-3")),
  TREE(stroke("M2.5 3H6M4 3v9h3.5M4 7.5h3.5M9.5 7.5H14M9.5 12H14M8.5 3H14")),
  CHANGES(stroke("M8 2.5v6M5 5.5h6M5 12.5h6")),
  PROBLEMS(stroke("M2.5 4v.05M2.5 8v.05M2.5 12v.05M5.5 4H14M5.5 8H14M5.5 12H14")),
  FOLDER(stroke("M2 4a1 1 0 0 1 1-1h3.2l1.6 2H13a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1z")),
  BOOK(
      stroke(
          "M4.5 2h8v12h-8A1.5 1.5 0 0 1 3 12.5v-9A1.5 1.5 0 0 1 4.5 2zM3 12.5A1.5 1.5 0 0 1 4.5 11h8")),
  LINK(
      stroke(
          "M6.75 9.25a2.75 2.75 0 0 0 4 .2l2-2a2.75 2.75 0 0 0-3.9-3.9l-.9.9"
              + "M9.25 6.75a2.75 2.75 0 0 0-4-.2l-2 2a2.75 2.75 0 0 0 3.9 3.9l.9-.9")),
  DATABASE(
      stroke(
          "M8 2c3.3 0 5 .9 5 2s-1.7 2-5 2-5-.9-5-2 1.7-2 5-2zM3 4v8c0 1.1 1.7 2 5 2s5-.9 5-2V4"
              + "M3 8c0 1.1 1.7 2 5 2s5-.9 5-2")),
  COMMIT(stroke("M1.5 8H5M11 8h3.5M8 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6z")),
  REFRESH(stroke("M13.5 2.75v3.5H10M13.25 6.25A5.5 5.5 0 1 0 13.4 9.5")),
  ONLINE(
      stroke(
          "M2 6.5a8.5 8.5 0 0 1 12 0M4.2 9a5.4 5.4 0 0 1 7.6 0M6.4 11.3a2.3 2.3 0 0 1 3.2 0M8 13.4v.05")),
  OFFLINE(
      stroke(
          "M2 6.5a8.5 8.5 0 0 1 12 0M4.2 9a5.4 5.4 0 0 1 7.6 0M6.4 11.3a2.3 2.3 0 0 1 3.2 0M8 13.4v.05M2.5 2l11 12")),
  COPY(
      stroke(
          "M6.5 5.5h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1zM3.5 10.5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1")),
  TRASH(stroke("M2.5 4h11M6 4V2.5h4V4M4 4l.6 9.5h6.8L12 4M6.75 6.75v4M9.25 6.75v4")),
  PIN(stroke("M5.5 2.5h5M6.5 2.5v4.25L4.25 9h7.5L9.5 6.75V2.5M8 9v4.5")),
  PEN(stroke("M10.75 2.75l2.5 2.5L5.5 13H3v-2.5z")),
  LOCK(stroke("M4 7.5h8v6H4zM5.5 7.5v-2a2.5 2.5 0 0 1 5 0v2")),
  COMMENT(stroke("M2.5 3h11v8H7l-3 2.5V11H2.5z")),
  EXTERNAL(
      stroke(
          "M9.5 2.5h4v4M13.5 2.5L7.5 8.5M7 3.5H3.5a1 1 0 0 0-1 1v8a1 1 0 0 0 1 1h8a1 1 0 0 0 1-1V9")),
  SWAP(stroke("M4.5 2.5L2 5l2.5 2.5M2 5h11M11.5 8.5L14 11l-2.5 2.5M14 11H3"));

  private final List<Part> parts;

  Glyph(Part... parts) {
    this.parts = List.of(parts);
  }

  /** One path of a drawing. */
  public record Part(String path, Paint paint) {}

  /** How a path is drawn. */
  public enum Paint {
    STROKE,
    DASHED,
    FILL,
    /** Drawn in the background's colour over a filled shape. */
    KNOCKOUT
  }

  /** What is drawn, in this order, on the grid. */
  public List<Part> parts() {
    return parts;
  }

  /** The shape of an entity type. */
  public static Glyph of(EntityType type) {
    return switch (type) {
      case CATEGORY -> CATEGORY;
      case PROPERTY -> PROPERTY;
      case SUBOBJECT -> SUBOBJECT;
      case MODULE -> MODULE;
      case BUNDLE -> BUNDLE;
      case TEMPLATE -> TEMPLATE;
      case DASHBOARD -> DASHBOARD;
      case RESOURCE -> RESOURCE;
      case MEDIA -> MEDIA;
    };
  }

  /** The shape of a severity. */
  public static Glyph of(Severity severity) {
    return switch (severity) {
      case ERROR -> ERROR;
      case WARNING -> WARNING;
      case INFO -> INFO;
    };
  }

  private static Part stroke(String path) {
    return new Part(path, Paint.STROKE);
  }

  private static Part dashed(String path) {
    return new Part(path, Paint.DASHED);
  }

  private static Part fill(String path) {
    return new Part(path, Paint.FILL);
  }

  private static Part knockout(String path) {
    return new Part(path, Paint.KNOCKOUT);
  }
}
