namespace ChatCoachBot.Core.Grading.Text;

/// <summary>What a word does in its clause, as far as the grader needs to know it to tell the reach of a negation.</summary>
internal enum Role : byte
{
    /// <summary>Any word that carries content.</summary>
    Content,

    /// <summary>Not a word: the end of a sentence.</summary>
    SentenceEnd,

    /// <summary>Not a word: the end of a question.</summary>
    QuestionEnd,

    // Words that negate what follows.
    Not,
    Never,
    No,
    Nothing,
    Without,
    Neither,
    Nor,
    Non,
    Fail,
    Unable,
    Untrue,
    Lack,
    Instead,
    Rather,
    Unlike,

    /// <summary>"Avoid", "prevent": what follows does not come about, yet the learner has named it.</summary>
    Avert,

    // Words of a negation's surroundings.
    Only,
    Longer,
    Matter,
    Happen,

    /// <summary>"Mean", "think": a verb whose object may be a clause.</summary>
    Say,

    // Words of grammar.
    And,
    Or,
    But,
    Subordinator,
    That,
    Which,
    To,
    Of,
    Than,
    Pronoun,
    Determiner,
    Auxiliary,
    Preposition,
    Adverb,
}
