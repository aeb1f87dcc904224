/** Image files of the media folder that a draft adds, replaces or takes away. */
@NullMarked
package org.ontodraft.model.media;

import org.jspecify.annotations.NullMarked;
