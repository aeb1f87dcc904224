@NullMarked
package org.ontodraft.model.media;

import org.jspecify.annotations.NullMarked;
