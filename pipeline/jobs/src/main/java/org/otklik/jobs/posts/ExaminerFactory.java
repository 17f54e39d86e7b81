package org.otklik.jobs.posts;

import java.io.Serializable;
import org.otklik.models.analysis.PostExaminer;

/** Makes an examiner with the configured register of claims for one subtask. */
@FunctionalInterface
public interface ExaminerFactory extends Serializable {
  PostExaminer create();
}
