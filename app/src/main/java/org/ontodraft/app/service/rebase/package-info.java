/** Forecast and move of a draft to a newer version. */
@NullMarked
package org.ontodraft.app.service.rebase;

import org.jspecify.annotations.NullMarked;
