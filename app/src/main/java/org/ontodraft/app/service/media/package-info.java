/** The images of media: shown, added to drafts and sent with them. */
@NullMarked
package org.ontodraft.app.service.media;

import org.jspecify.annotations.NullMarked;
