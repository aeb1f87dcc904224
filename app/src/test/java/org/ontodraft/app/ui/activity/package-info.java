@NullMarked
package org.ontodraft.app.ui.activity;

import org.jspecify.annotations.NullMarked;
