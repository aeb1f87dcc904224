package org.ontodraft.app.ui.graph;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.Image;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.JobNote;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Dialogs;
import org.ontodraft.app.ui.common.ErrorPresenter;
import org.ontodraft.app.ui.common.Notice;
import org.ontodraft.app.ui.common.NoticeBoard;

/** Takes pictures of graphs out of the window. FX thread; the files are written off it. */
public final class GraphExport {
  private final PictureFile pictures;
  private final TaskRunner tasks;
  private final Dialogs dialogs;
  private final ErrorPresenter errors;
  private final NoticeBoard board;

  /** Writes by these tasks. */
  public GraphExport(
      PictureFile pictures,
      TaskRunner tasks,
      Dialogs dialogs,
      ErrorPresenter errors,
      NoticeBoard board) {
    this.pictures = pictures;
    this.tasks = tasks;
    this.dialogs = dialogs;
    this.errors = errors;
    this.board = board;
  }

  /** Asks where to, and writes the picture as SVG. */
  void svg(String name, GraphPicture picture, GraphTexts texts) {
    dialogs
        .files()
        .newFile(
            texts.get("graph.export.svg"),
            name + ".svg",
            texts.get("graph.export.svg.kind"),
            List.of("*.svg"))
        .ifPresent(file -> saveSvg(file, name, picture, texts));
  }

  void saveSvg(Path file, String name, GraphPicture picture, GraphTexts texts) {
    save(
        file,
        texts,
        progress ->
            Files.writeString(
                file, new GraphSvg(texts).write(texts.get("graph.tab", name), picture)));
  }

  /** Asks where to, and writes the image as PNG. */
  void png(String name, Image image, GraphTexts texts) {
    dialogs
        .files()
        .newFile(
            texts.get("graph.export.png"),
            name + ".png",
            texts.get("graph.export.png.kind"),
            List.of("*.png"))
        .ifPresent(file -> savePng(file, image, texts));
  }

  void savePng(Path file, Image image, GraphTexts texts) {
    save(
        file,
        texts,
        progress -> {
          pictures.write(image, file);
          return file;
        });
  }

  private void save(Path file, GraphTexts texts, BackgroundTask.Work<Path> work) {
    tasks.start(
        BackgroundTask.of("graph-export", work)
            .asJob(
                JobNote.<Path>of("save-picture", file.toString())
                    .repeatable(() -> save(file, texts, work)))
            .onSuccess(saved ->
                board.show(
                    new Notice(
                        Notice.Kind.DONE,
                        texts.get("graph.exported", String.valueOf(file.getFileName())),
                        file.toString(),
                        "",
                        "",
                        "",
                        List.of())))
            .onFailure(failure -> errors.show(Refusal.of("GRAPH-01", file, failure.getMessage()))));
  }
}
