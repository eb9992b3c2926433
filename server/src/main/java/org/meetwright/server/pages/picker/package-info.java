/// Choosing a time: a month, the times of a day, and the choice so far.
@NullMarked
package org.meetwright.server.pages.picker;

import org.jspecify.annotations.NullMarked;
