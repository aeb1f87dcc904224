/** Where the bytes of drafts' images are kept. */
@NullMarked
package org.ontodraft.persistence.media;

import org.jspecify.annotations.NullMarked;
