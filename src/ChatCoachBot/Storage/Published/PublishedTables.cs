using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatCoachBot.Storage.Published;

/// <summary>How imported content lies in tables: each point, misconception and key phrase is a row.</summary>
internal sealed class PublishedTables :
    IEntityTypeConfiguration<ImportRow>,
    IEntityTypeConfiguration<ExerciseRow>,
    IEntityTypeConfiguration<CriterionRow>,
    IEntityTypeConfiguration<KeyPhraseRow>,
    IEntityTypeConfiguration<OptionRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> builder) => builder.Property(row => row.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<ExerciseRow> builder)
    {
        builder.HasKey(row => row.Version);
        builder.HasIndex(row => new { row.PathId, row.Position });
        builder.HasMany(row => row.Criteria).WithOne().HasForeignKey("ExerciseVersion").IsRequired();
        builder.HasMany(row => row.Options).WithOne().HasForeignKey("ExerciseVersion").IsRequired();
    }

    public void Configure(EntityTypeBuilder<CriterionRow> builder)
    {
        builder.ToTable("Criteria");
        builder.HasMany(row => row.Phrases).WithOne().HasForeignKey("CriterionId").IsRequired();
    }

    public void Configure(EntityTypeBuilder<KeyPhraseRow> builder) => builder.ToTable("KeyPhrases");

    public void Configure(EntityTypeBuilder<OptionRow> builder) => builder.ToTable("Options");
}
