/// The screen of when a host can be met.
@NullMarked
package org.meetwright.desktop.availability;

import org.jspecify.annotations.NullMarked;
