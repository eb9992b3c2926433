/// What happens that hosts want to know of: streams of events and notifications are made of it.
@NullMarked
package org.meetwright.core.news;

import org.jspecify.annotations.NullMarked;
