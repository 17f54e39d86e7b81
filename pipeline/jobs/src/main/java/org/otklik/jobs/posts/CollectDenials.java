package org.otklik.jobs.posts;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.otklik.jobs.ClaimChange;
import org.otklik.models.analysis.AnalyzedPost;
import org.otklik.models.analysis.PostExaminer;
import org.otklik.models.post.Post;
import org.otklik.models.post.PostKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes from official replies what they say not to be so. It joins the changes of the register, so
 * that {@link ExamineClaims} points out posts that state it all the same.
 */
public final class CollectDenials extends RichFlatMapFunction<AnalyzedPost, ClaimChange> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(CollectDenials.class);

  private final ExaminerFactory examiners;
  private transient PostExaminer examiner;

  /**
   * @param examiners makes the examiner of one subtask
   */
  public CollectDenials(ExaminerFactory examiners) {
    this.examiners = examiners;
  }

  @Override
  public void open(OpenContext context) {
    examiner = examiners.create();
  }

  @Override
  public void flatMap(AnalyzedPost analyzed, Collector<ClaimChange> out) {
    Post post = analyzed.post();
    if (post.kind() != PostKind.RESPONSE) {
      return;
    }
    try {
      examiner
          .denied(post)
          .ifPresent(claim -> out.collect(new ClaimChange(claim.id(), claim, post.publishedAt())));
    } catch (RuntimeException e) {
      LOG.warn("the reply {} could not be examined", post.id(), e);
    }
  }
}
