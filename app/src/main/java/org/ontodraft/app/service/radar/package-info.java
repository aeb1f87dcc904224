/** Who else changes what the open draft changes. */
@NullMarked
package org.ontodraft.app.service.radar;

import org.jspecify.annotations.NullMarked;
