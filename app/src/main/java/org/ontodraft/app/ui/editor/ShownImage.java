package org.ontodraft.app.ui.editor;

import org.ontodraft.app.service.media.MediaImage;
import org.ontodraft.app.ui.control.image.Picture;

/** An image file and what is to be seen of it; one that is taken away is shown as it was. */
record ShownImage(MediaImage image, Picture picture) {}
