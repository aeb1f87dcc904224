@NullMarked
package org.ontodraft.app.service.radar;

import org.jspecify.annotations.NullMarked;
