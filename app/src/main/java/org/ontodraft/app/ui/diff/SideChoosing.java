package org.ontodraft.app.ui.diff;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.ontodraft.app.service.review.ComparedSide;
import org.ontodraft.app.service.review.Comparisons;

/**
 * Choosing what is compared. FX thread.
 *
 * @param find looks up what can be chosen and hands it over later
 * @param compare compares two other sides
 * @param askCommit asks for a tag, branch or commit by its name and hands the side over
 */
public record SideChoosing(
    Consumer<Consumer<List<Comparisons.Choice>>> find,
    BiConsumer<ComparedSide, ComparedSide> compare,
    Consumer<Consumer<ComparedSide>> askCommit) {}
