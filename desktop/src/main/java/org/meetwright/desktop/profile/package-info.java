/// What the app keeps between two starts: servers, tokens, the window's place.
@NullMarked
package org.meetwright.desktop.profile;

import org.jspecify.annotations.NullMarked;
